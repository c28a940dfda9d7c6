"""Files in the shape of datasets whose excerpts are not kept here: rows of ours, and facts from public reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

MME_COMMON = (
    "Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month,e.day,CPX,Air,Land,Sea,FocusDescription"
)
MME_WIDE = f"MMEID,Ex_Name,Series_Name,{MME_COMMON},StateA,StateB,StateC,StateD\n"
MME_LONG = f"MMEID,Ex_Name,Series_Name,country,{MME_COMMON}\n"
AGADIR = '"Agadir, Morocco",30.4,-9.6,1985-07-xx,1985,7,xx,8/2/85,1985,8,2,0,1,0,1,convoys'
FORT_STEWART = '"Fort Stewart, Georgia",31.9,-81.6,6/20/84,1984,6,20,3/1/84,1984,3,1,1,0,1,0,staff work'
MME_ROWS = (
    f"mme1,-9,,{AGADIR},Morocco,United States,Spain,-9\n"
    f"mme2,Dry Land 84,Dry Land,{FORT_STEWART},United Kingdom,United States,,\n"
    f"mme1,Other,,{FORT_STEWART},France,Germany,France,\n"
    f"mme3,Alone,,{FORT_STEWART},France,-9,,\n"
)
TROOPS = (
    "countryname,year,ccode,iso3c,troops_ad,army_ad,navy_ad,air_force_ad,marine_corps_ad,total_civilian\n"
    "Azerbaijan,2024,373,AZE,15,1,0,3,9,0\n"
    "Turkey,2024,640,TUR,1692,153,4,1475,58,236\n"
    "Morocco,2024,600,MAR,0,0,0,0,0,7\n"
    "Greenland,1960,1002,GRL,5300,100,NA,5200,NA,NA\n"
    "Denmark,1960,390,DNK,160,160,0,0,0,NA\n"
    "United States,2024,2,USA,1100000,1,1,1,1,1\n"
    "Guam,2024,1008,GUM,7540,1,1,1,1,1\n"
    "Antarctica,1980,10000,NA,12,0,12,0,0,0\n"
    "Vietnam,1968,816,VNM,537377,1,1,1,1,0\n"
)
BASES = (
    "countryname,ccode,iso3c,basename,lat,lon,base,lilypad,fundedsite\n"
    "Turkey,640,TUR,Incirlik AB,37.0,35.4,1,0,0\n"
    "Ghana,452,GHA,Accra,5.6,-0.2,0,1,0\n"
    "Mali,432,MLI,Gao,16.2,0,0,0,1\n"
    "Canada,20,CAN,NA,56.1,-106.3,0,1,0\n"
    "Greenland,390,DNK,Thule AB,76.5,-68.7,1,0,0\n"
    "Guam,2,USA,Andersen AFB,13.5,144.9,1,0,0\n"
)
CONSTRUCTION = (
    "countryname,ccode,iso3c,year,location,lat,lon,spend_construction\n"
    "Djibouti,522,DJI,2013,Camp Lemonier,11.5,43.2,22220\n"
    "Djibouti,522,DJI,2013,Camp Lemonier,11.5,43.2,17640\n"
    "Greenland,NA,GRL,2008,Thule Ab,77,-39.5,28000\n"
    "Guam,NA,GUM,2010,Agana,13.5,144.8,33377\n"
    "Alaska,2,USA,2010,Fort Greely,63.9,-145.7,10000\n"
    "Worldwide Unspecified,NA,NA,2010,Various,NA,NA,-5\n"
)
AID_HEAD = "Country ,Total,DA,IMET,FMF,PKO,Fiscal Year\n"
AID = {
    "10": (
        'TOTAL,"9,999,999","1,000","2,745","12,026,000","26,000",2010\n'
        'Europe and Eurasia,"4,000",-,900,"3,000",-,2010\n'
        'Azerbaijan,"27,000","1,000",900,"3,000",-,2010\n'
        'Morocco,"35,296",-,"1,800","9,000",-,2010\n'
        "Belarus,-,-,-,-,-,2010\n"
        "Democratic Republic of the,,,,,,2010\n"
        'Congo,"18,045",-,45,-,"18,000",2010\n'
        "Multinational Force and Observers (MFO),,,,,,2010\n"
        ',"26,000",-,-,-,"26,000",2010\n'
        "http://www.example.gov/tables.pdf,,,,,,\n"
    ),
    "17": 'TOTAL,1,-,600,"1,000",-,2017\nAzerbaijan,"1,600",-,600,"1,000",-,2017\n',
}
ROLL_CALLS = 24
Cast = Callable[[str, int], str]


def mme(folder: Path) -> Path:
    """Exercises, a row each."""
    return _text(folder / "mme_v7.csv", MME_WIDE + MME_ROWS)


def us_troops(folder: Path) -> Path:
    """Personnel by place and year."""
    return _text(folder / "country-year.csv", TROOPS)


def us_bases(folder: Path) -> Path:
    """Sites."""
    return _text(folder / "bases.csv", BASES)


def us_construction(folder: Path) -> Path:
    """Projects of construction."""
    return _text(folder / "construction.csv", CONSTRUCTION)


def us_aid(folder: Path) -> Path:
    """A folder with two tables in the shape of the State Department's."""
    for year, rows in AID.items():
        _text(folder / f"STATE budget by country.{year}.csv", AID_HEAD + rows)
    return folder


def vote(state: str, call: int) -> str:
    """Azerbaijan and Turkey vote alike but once, France otherwise."""
    if state == "France":
        return "no" if call % 3 else "abstain"
    return "abstain" if (state, call) == ("Turkey", 101) else "yes" if call % 2 else "no"


def un_votes(folder: Path, cast: Cast = vote) -> Path:
    """A folder with the three files: votes on roll calls of the sessions of 2010 and, the last one, 2011."""
    import pandas as pd
    import rdata

    def text(values: list[str]) -> Any:
        return pd.array(values, dtype=pd.StringDtype("python"))

    calls = [100 + number for number in range(ROLL_CALLS)]
    rows = [(call, state) for call in calls for state in ("Azerbaijan", "Turkey", "France", "Ruritania")]
    votes = pd.DataFrame(
        {
            "rcid": [float(call) for call, _ in rows],
            "country": text([state for _, state in rows]),
            "vote": pd.Categorical([cast(state, call) for call, state in rows]),
        }
    )
    sessions = pd.DataFrame({"rcid": [float(c) for c in calls], "session": [65.0] * (ROLL_CALLS - 1) + [66.0]})
    issues = pd.DataFrame({"rcid": [101.0, 102.0, 103.0], "short_name": text(["nu", "di", "hr"])})
    for name, table in (("un_votes", votes), ("un_roll_calls", sessions), ("un_roll_call_issues", issues)):
        rdata.write_rda(folder / f"{name}.rda", {name: table})
    return folder


MADE = {
    "mme": mme,
    "us-troops": us_troops,
    "us-bases": us_bases,
    "us-construction": us_construction,
    "us-aid": us_aid,
    "un-votes": un_votes,
}
"""What makes the file or folder of a dataset."""


def _text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
