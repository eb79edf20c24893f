"""Matching by interests: in people's own words, with reasons, fair and never empty-handed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.source import load_yaml
from knowledge.interests import MentorCard, Proposal, Shared, match, strength
from knowledge.interests_topics import DATA, read_topics


def mentor(
    number: int,
    *interests: str,
    free: int = 2,
    languages: tuple[str, ...] = ("lv",),
    municipality: str | None = None,
    available: bool = True,
) -> MentorCard:
    return MentorCard(
        id=number,
        interests=interests,
        free=free,
        languages=languages,
        municipality=municipality,
        available=available,
    )


def ids(proposals: tuple[Proposal, ...]) -> list[int]:
    return [proposal.mentor for proposal in proposals]


def test_the_same_words_fit_better_than_the_same_topic_and_that_better_than_a_wider_one() -> None:
    """A football coach comes before a fan of footballers, and that one before somebody sporty."""
    mentors = [mentor(1, "sports"), mentor(2, "soccer"), mentor(3, "futbola treneris")]

    assert ids(match(["futbols"], mentors, "lv")) == [3, 2, 1]


def test_a_proposal_says_why_in_the_words_of_both() -> None:
    """The reasons quote the wish and the interest as they were written."""
    (proposal,) = match(["Futbols", "zīmēt"], [mentor(1, "futbola treneris", "Akvarelis")], "lv")

    assert proposal.shared == (
        Shared(wish="Futbols", interest="futbola treneris", strength=1.0),
        Shared(wish="zīmēt", interest="Akvarelis", strength=0.7),
    )
    assert proposal.score == 0.85


@pytest.mark.parametrize(
    ("wish", "interest"),
    [
        ("futbls", "futbols"),
        ("futbola", "FUTBOLS!!!"),
        ("muzika", "mūziķis"),
        ("muzka", "koncerti"),
        ("datorspeles", "Minecraft"),
        ("zimet", "gleznošana"),
        ("zīmēšanu", "zīmēt"),
        ("fotgrafet", "fotogrāfija"),
        ("programesana", "Python"),
        ("suņi", "dzīvnieku patversme"),
        ("ēdiena gatavošana", "pavārs"),
        ("braukt ar moci", "automašīnas"),
        ("makšķerēt ar tēti", "cope"),
        ("pārgājieni", "staigāt pa mežu"),
        ("football", "futbolists"),
        ("cooking", "kūkas"),
        ("ģitāra", "guitar"),
    ],
)
def test_slips_inflections_slang_and_the_other_language_are_understood(
    wish: str, interest: str
) -> None:
    """What people type on a phone finds what mentors wrote in a form."""
    assert strength(wish, interest, "lv") >= 0.7


@pytest.mark.parametrize(
    ("wish", "interest"),
    [
        ("spēlēt ģitāru", "spēlēt futbolu"),
        ("klasiskā mūzika", "klasiskā literatūra"),
        ("grāmatas", "grāmatvedība"),
        ("dejas", "idejas"),
        ("galda spēles", "datorspēles"),
        ("galda teniss", "galda spēles"),
        ("ceļot", "celtniecība"),
        ("cats", "cars"),
        ("horses", "house"),
        ("anime", "animals"),
    ],
)
def test_what_only_looks_alike_does_not_fit(wish: str, interest: str) -> None:
    """A shared everyday word or a few shared letters are no shared interest."""
    assert strength(wish, interest, "lv") == 0


def test_related_topics_fit_in_both_directions() -> None:
    """Who wants any sport gets a footballer, and two kinds of sport are at least sisters."""
    assert strength("sports", "futbols", "lv") == strength("futbols", "sports", "lv") == 0.45
    assert strength("futbols", "basketbols", "lv") == 0.3


def test_a_sentence_is_taken_apart() -> None:
    """One answer to "what do you like?" may hold several interests."""
    mentors = [mentor(1, "futbols, ģitāra un suņi")]
    (proposal,) = match(["Man patīk futbols, mūzika un zīmēšana"], mentors, "lv")

    assert [reason.wish for reason in proposal.shared] == ["Man patīk futbols", "mūzika"]
    assert [reason.interest for reason in proposal.shared] == ["futbols", "ģitāra"]


def test_what_somebody_dislikes_is_no_wish() -> None:
    """ "I don't like sports" must not bring a coach."""
    mentors = [mentor(1, "sports"), mentor(2, "zīmēšana")]

    assert ids(match(["nepatīk sports, bet patīk zīmēt"], mentors, "lv")) == [2]
    assert ids(match(["I don't like sport; drawing"], mentors, "en")) == [2]


def test_more_shared_wishes_count_more() -> None:
    """Two of three wishes beat one of three."""
    mentors = [mentor(1, "suņi"), mentor(2, "suņi", "kino")]

    assert ids(match(["suņi", "kino", "šahs"], mentors, "lv")) == [2, 1]


def test_a_full_or_paused_mentor_is_never_proposed() -> None:
    """However well they fit, they can't be asked now."""
    mentors = [
        mentor(1, "futbols", free=0),
        mentor(2, "futbols", available=False),
        mentor(3, "adīšana"),
    ]

    assert ids(match(["futbols"], mentors, "lv")) == [3]


def test_who_declined_is_not_proposed_again() -> None:
    """A refusal is respected, and the next one takes the place."""
    mentors = [mentor(1, "futbols"), mentor(2, "futbols")]

    assert ids(match(["futbols"], mentors, "lv", declined=frozenset({1}))) == [2]


@pytest.mark.parametrize("wishes", [["paleontoloģija"], [], ["???"], ["nepatīk sports"]])
def test_without_anything_shared_free_mentors_are_proposed_honestly(wishes: list[str]) -> None:
    """Score 0 and no reasons let the assistant say that nothing in common is known."""
    mentors = [mentor(1, "futbols", free=1), mentor(2, "adīšana", free=4), mentor(3)]
    proposals = match(wishes, mentors, "lv")

    assert ids(proposals) == [2, 3, 1]
    assert all(proposal.score == 0 and proposal.shared == () for proposal in proposals)


def test_nobody_free_means_no_proposal() -> None:
    """An empty list tells the desk to call the coordinator."""
    assert match(["futbols"], [mentor(1, "futbols", free=0)], "lv") == ()
    assert match(["futbols"], [], "lv") == ()


def test_ties_go_to_more_free_places_and_then_to_the_lower_id() -> None:
    """Equal mentors are asked evenly, and always in the same order."""
    mentors = [
        mentor(3, "šahs", free=1),
        mentor(1, "šahs", free=1),
        mentor(2, "šahs", free=5),
    ]

    assert ids(match(["šahs"], mentors, "lv")) == [2, 1, 3]


def test_who_cannot_talk_or_meet_comes_last() -> None:
    """A shared interest is of little use in another language or at the other end of the country."""
    mentors = [
        mentor(1, "šahs", languages=("en",), free=9),
        mentor(2, "šahs", municipality="Liepāja", free=9),
        mentor(3, "galda spēles", municipality="Ogre"),
        mentor(4, "galda spēles", languages=()),
    ]

    assert ids(match(["šahs"], mentors, "lv", limit=4, municipality="Ogre")) == [3, 4, 1, 2]


def test_the_limit_holds() -> None:
    """Three are proposed unless more are asked for."""
    mentors = [mentor(number, "šahs") for number in range(1, 9)]

    assert ids(match(["šahs"], mentors, "lv")) == [1, 2, 3]
    assert len(match(["šahs"], mentors, "lv", limit=5)) == 5


TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["futbols", "zīmēt un suņi", "I like music", "nepatīk kino", "šahs, kino"]),
)
MENTORS = st.lists(
    st.builds(
        MentorCard,
        id=st.integers(1, 50),
        interests=st.lists(TEXTS, max_size=3).map(tuple),
        free=st.integers(0, 3),
        languages=st.sampled_from([("lv",), ("en",), ("lv", "en"), ()]),
        municipality=st.sampled_from([None, "Ogre"]),
        available=st.booleans(),
    ),
    unique_by=lambda card: card.id,
    max_size=6,
)


@given(st.lists(TEXTS, max_size=4), MENTORS, st.frozensets(st.integers(1, 50)))
def test_matching_is_repeatable_and_keeps_its_promises(
    wishes: list[str], mentors: list[MentorCard], declined: frozenset[int]
) -> None:
    """Any text, any order of mentors: the same proposals, only of those who can be asked."""
    proposals = match(wishes, mentors, "lv", declined=declined)
    free = {m.id for m in mentors if m.free and m.available} - declined

    assert match(wishes, list(reversed(mentors)), "lv", declined=declined) == proposals
    assert set(ids(proposals)) <= free
    assert len(proposals) == min(3, len(free)) or all(p.shared for p in proposals)
    assert bool(proposals) == bool(free)
    assert all(0 <= proposal.score <= 1 for proposal in proposals)


def test_the_topics_are_complete_in_both_languages() -> None:
    """Every topic has words in Latvian and English, and a wider topic that exists."""
    data = load_yaml(DATA)
    names = [topic["id"] for topic in data["topics"]]

    assert len(names) == len(set(names)) >= 25
    for topic in data["topics"]:
        assert topic.get("within") in {None, *names}
        assert set(topic["words"]) == {"lv", "en"}
        assert all(len(words) >= 3 for words in topic["words"].values())


def test_every_word_of_a_topic_leads_to_it() -> None:
    """No word is shadowed by a phrase, by another topic or by being generic."""
    topics = read_topics()
    lost = [
        f"{topic['id']}: {text}"
        for topic in load_yaml(DATA)["topics"]
        for texts in topic["words"].values()
        for text in texts
        if topic["id"] not in topics.of(text)
    ]

    assert lost == []


def test_few_words_lead_to_two_unrelated_topics() -> None:
    """A word in two topics is meant so; everything else stays unambiguous."""
    data = load_yaml(DATA)
    words = [
        re.sub(r"\s+", " ", text.casefold())
        for topic in data["topics"]
        for texts in topic["words"].values()
        for text in set(texts)
    ]
    topics = read_topics()
    double = {word for word in words if " " not in word and len(topics.of(word)) > 1}

    assert double <= {"anime", "manga", "bmx", "bmw", "drama", "animation"}, double
