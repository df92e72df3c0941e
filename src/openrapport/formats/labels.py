"""Who a speaker's label says they are: "Dr. Lee (GP)", "Patient's mother", "D" beside "P".

A label that names no one's part ("Speaker 1", "Anna") has no role here; the words may tell it later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from openrapport.encounter import Role

_CLINICIAN = frozenset(
    "dr doctor doc gp physician clinician nurse rn physio physiotherapist therapist psychotherapist counsellor "
    "counselor psychologist psychiatrist practitioner provider surgeon consultant registrar houseman hcp "
    "pharmacist dietitian dietician dentist midwife paramedic cardiologist oncologist paediatrician pediatrician "
    "neurologist dermatologist radiologist gynaecologist gynecologist anaesthetist anesthesiologist optometrist "
    "podiatrist chiropractor osteopath audiologist radiographer coach "
    "arzt ärztin therapeut therapeutin hausarzt médecin medecin docteur thérapeute infirmière infirmier "
    "médico médica medico doctora terapeuta enfermera enfermero arts dokter verpleegkundige".split()
)
_CLINICIAN_PHRASES = (
    "speech pathologist|speech and language therapist|social worker|health worker|support worker|medical student"
    "|student nurse|medical assistant|health visitor|care coordinator"
)
_PATIENT = frozenset(
    "patient client ct service-user pasient patientin klient klientin paciente paziente cliente patiente".split()
)
_SHORT = {"pt": Role.PATIENT, "ot": Role.CLINICIAN, "slt": Role.CLINICIAN, "slp": Role.CLINICIAN}
_COMPANION = frozenset(
    "mother mum mom mam father dad parent parents carer caregiver caretaker wife husband partner spouse companion "
    "son daughter brother sister sibling friend relative family guardian grandmother grandfather grandma grandpa "
    "grandparent aunt uncle niece nephew girlfriend boyfriend fiancé fiancée fiance neighbour neighbor member "
    "accompanying person guest mutter vater mère père madre padre moeder vader".split()
)
_NOT_ALONE = frozenset({"member", "accompanying", "person", "guest"})
_INTERPRETER = frozenset("interpreter translator dolmetscher dolmetscherin interprète intérprete tolk".split())
_OTHER = frozenset("other others scribe observer narrator virtual-assistant receptionist".split())
_FILLING = frozenset("the a of to for in s patient patient's pt pt's client client's his her".split())
_PHRASE = re.compile(rf"\b(?:{_CLINICIAN_PHRASES})\b")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COUNTED = re.compile(r"SPEAKER_\d\d|spk_\d+", re.IGNORECASE)
_PARTS = re.compile(r"[()\[\],/|:;]|\s[-–—]\s")

_LETTERS = {
    "d": Role.CLINICIAN,
    "t": Role.CLINICIAN,
    "th": Role.CLINICIAN,
    "n": Role.CLINICIAN,
    "p": Role.PATIENT,
    "cl": Role.PATIENT,
}
_OPPOSITE = {Role.CLINICIAN: Role.PATIENT, Role.PATIENT: Role.CLINICIAN}


def role_of(label: str) -> Role | None:
    """The role that a label states by itself, None where it states none.

    >>> role_of("Dr. Lee (GP)"), role_of("Patient's mother"), role_of("Speaker 1")
    (<Role.CLINICIAN: 'clinician'>, <Role.COMPANION: 'companion'>, None)
    """
    label = label[:200].lower().replace("’", "'").replace("_", " ")
    tokens = set(_TOKEN.findall(label))
    if tokens & _INTERPRETER:
        return Role.INTERPRETER
    if any(_companion(part) for part in _PARTS.split(label)):
        return Role.COMPANION
    if tokens & _CLINICIAN or _PHRASE.search(label):
        return Role.CLINICIAN
    if tokens & _PATIENT:
        return Role.PATIENT
    if len(tokens) == 1:
        return _SHORT.get(next(iter(tokens)), Role.OTHER if tokens & _OTHER else None)
    return None


def roles_of(labels: Iterable[str]) -> dict[str, Role]:
    """The roles that a file's labels state together: a single letter counts only beside its counterpart.

    "D" is the clinician beside "P", "C" the client beside "T" and the clinician where only "P" is beside it.
    Labels that state nothing are left out.
    """
    listed = list(dict.fromkeys(labels))
    known = {label: role for label in listed if (role := role_of(label))}
    letters = {label: _letters(label) for label in listed if label not in known}
    hinted = {label: _LETTERS[letter] for label, letter in letters.items() if letter in _LETTERS}
    there = {*known.values(), *hinted.values()}
    known |= {label: role for label, role in hinted.items() if _OPPOSITE[role] in there}
    unsure = [label for label, letter in letters.items() if letter == "c"]
    missing = {Role.CLINICIAN, Role.PATIENT} - there
    if len(missing) == 1 and len(there) == 1 and len(unsure) == 1:
        known |= {unsure[0]: next(iter(missing))}
        known |= hinted
    return {label: known[label] for label in listed if label in known}


def of_a_machine(label: str) -> bool:
    """Whether the label is of the kind by which recognisers count speakers: "SPEAKER_00", "spk_1"."""
    return bool(_COUNTED.fullmatch(label))


def _letters(label: str) -> str:
    return re.sub(r"[^a-z]", "", label.lower()) if len(label) <= 4 else ""


def _companion(part: str) -> bool:
    tokens = [token for token in _TOKEN.findall(part) if token not in _FILLING]
    return bool(tokens) and set(tokens) <= _COMPANION and not set(tokens) <= _NOT_ALONE
