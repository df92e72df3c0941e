"""Labels that state a part in the encounter, and labels that do not."""

import pytest

from openrapport.encounter import Role
from openrapport.formats.labels import role_of, roles_of

C, P, K = Role.CLINICIAN, Role.PATIENT, Role.COMPANION


@pytest.mark.parametrize(
    "role, labels",
    [
        (C, ["Doctor", "DOCTOR 1", "Dr. Lee", "dr lee", "Dr. Lee (GP)", "GP", "Nurse Joy", "physio", "Therapist"]),
        (C, ["Lee, physiotherapist", "Family doctor", "Speech and language therapist", "counselor", "Ärztin"]),
        (P, ["Patient", "pt", "PT:", "Client", "Naren (patient)", "PATIENT_2", "Paciente"]),
        (
            K,
            [
                "mother",
                "Patient's mother",
                "Patient’s wife",
                "Mother of patient",
                "Carer",
                "Anna (daughter)",
                "Dad",
            ],
        ),
        (K, ["family member", "caregiver 2", "the companion", "Dad"]),
        (Role.INTERPRETER, ["Interpreter", "interpreter for patient", "Translator"]),
        (Role.OTHER, ["Scribe", "other"]),
        (
            None,
            ["Speaker 1", "Anna", "D", "P", "", "Son Nguyen", "Ana Dadson", "Interviewer", "person"],
        ),
    ],
)
def test_what_a_label_states(role: Role | None, labels: list[str]) -> None:
    assert {label: role_of(label) for label in labels} == dict.fromkeys(labels, role)


@pytest.mark.parametrize(
    "labels, roles",
    [
        ("D P", [C, P]),
        ("p d", [P, C]),
        ("T C", [C, P]),
        ("C P", [C, P]),
        ("Doctor P", [C, P]),
        ("D Patient Mother", [C, P, K]),
        ("D A", [None, None]),
        ("P Q", [None, None]),
        ("D P C", [C, P, None]),
        ("A B", [None, None]),
    ],
)
def test_letters_count_beside_their_counterpart(labels: str, roles: list[Role | None]) -> None:
    found = roles_of(labels.split())
    assert [found.get(label) for label in labels.split()] == roles
