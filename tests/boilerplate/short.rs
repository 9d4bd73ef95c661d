//! Articles of our own in short paragraphs: letters, questions, captions, dates of a live report.

use crate::check;

#[test]
fn letters_to_the_editor_with_their_writers() {
    check(
        "\
Letters to the editor

The fish market

Your report on the fish market left out the cats. There are eleven of them, they have names, and no plan for a new hall says where they are to go.

Oda Lindqvist
Vesterby

The wall

I laid stone on that wall in 1971. It will outlast the council and this newspaper.

T. Aalund
Orm

Short skirts

Whoever complained last week about skirts at the regatta should look at the boats.

Name withheld

A correction from a reader

The ferry of 1938 was the Sund, not the Marie. My father was on it, and he never let anyone forget it.

Jens Dahl
Lund
",
    );
}

#[test]
fn an_interview_in_q_and_a() {
    check(
        "\
A walk with the ferry captain

Captain Astrid Moen has crossed the sound more than forty thousand times. We spoke with her on the bridge of the Marie, between two crossings.

Q: Do you still look at the water?

A: Every time. It is never the same colour twice, and the day that it is I shall retire.

Q: What do passengers ask?

A: Whether we are late.

Q: And are we?

A: By four minutes. It is the tide.

Q: What comes next?

A: Lunch.

She laughs, sets down her cup, and takes the Marie out past the wall with two fingers on the wheel.
",
    );
}

#[test]
fn captions_between_paragraphs() {
    check(
        "\
The last winter of the ice harvesters

On the lake above Lund four brothers still cut ice by hand, as their grandfather did, and sell it to a fish market that has had freezers since 1958.

The brothers at work before sunrise.

The saw is ninety years old.

Blocks of forty kilos wait for the cart.

\u{201c}People buy it because it is clear,\u{201d} said Arne, the eldest. \u{201c}You can read a newspaper through it, if you have a newspaper.\u{201d}

Lunch on the ice.

They cut for three weeks in February. The rest of the year two of them farm, one drives the school bus, and one does not say what he does.
",
    );
}

#[test]
fn a_live_report_with_one_bare_time() {
    check(
        "\
Storm Edda: latest updates

The storm reached the coast before dawn. Follow what we know here; all times are local.

Updated at 16:20

16:20 Ferry sails again

The Marie left the north quay at four with eleven passengers and a cow, the harbour master said.

15:05 Power back in half of the lower town

The station's manager, Per Holm, says that crews will work through the night to reach the farms.

13:40

\u{201c}We have not lost anyone,\u{201d} mayor Lise Holm tells reporters at the fire station.

12:10 Wall holds

Masons who walked the wall at noon found two cracks and no breach.

Monday, 4 March

The wind is due to drop after midnight. Schools stay shut on Tuesday.
",
    );
}

#[test]
fn a_law_explained_under_the_headings_of_widgets() {
    check(
        "\
What the new harbour law changes

Parliament passed the harbour law on Thursday by 91 votes to 74. It is the first change to the rules since the year of the flood.

Key Takeaways

- Towns may set their own fees
- Ships over 90 metres need a pilot
- Nobody may fish from the wall at night
- The law takes effect in January

Background

For forty years the ministry set one fee for all harbours, so small towns paid for the cranes of big ones, said Odile Brandt of the coastal institute.

FAQ

Does it apply to rowing boats?

No.

Who pays for the pilots?

The ships do, through a charge of eleven crowns a metre.

In Retrospect

Brandt thinks that the old law failed on the day it was signed, because nobody had asked the pilots.

Final Thoughts

A fee is a small thing. Who sets it is not.
",
    );
}

#[test]
fn an_essay_in_single_sentences() {
    check(
        "\
On being late

I am late. I have always been late.

My mother was late too. She was late to her wedding, and the priest had begun to marry my father to the bridesmaid, or so she told us.

Why?

I do not know why.

There are people who say that the late are proud, and people who say that we are afraid. I think that we are hopeful. We believe, every time, that this time the road will be empty.

It never is.

So what?

So nothing. You wait a little, I run a little, and we both arrive with something to talk about.

See you at six.

Or ten past.
",
    );
}

#[test]
fn an_open_letter_with_its_names() {
    check(
        "\
An open letter to the council

Dear members of the council,

We run the stalls on the old quay. Some of us have stood there for forty years, and some of us were born behind the third stall from the left, in a storm.

We ask three things of you.

Listen to us first.

Leave us a roof.

Put the price in writing.

We will come to your meeting on Tuesday, and we will bring fish.

Yours,

Henrik Aalto
Maren Solheim
Oda Lindqvist
Per Holm
and 25 others
",
    );
}

#[test]
fn songs_between_roman_numbers() {
    check(
        "\
Three songs from the rope walk

These songs were sung by the women who walked backwards with the yarn. A schoolteacher wrote them down in 1911.

I

Walk back, walk back,
the rope is long,
the day is short,
the twist is strong.

II

Who paid for the bread?
The rope.
Who paid for the bed?
The rope.

III

Home, home,
the bell has rung,
the longest song
is the last one sung.

The third was always sung last, and then they went home.
",
    );
}

#[test]
fn a_list_of_museums() {
    check(
        "\
Seven small museums that are worth the detour

We drove along the whole coast in a week of rain and found seven museums that nobody had told us about.

1. The Museum of Rope, Vesterby

Four hundred knots, each with its story, in a loft that smells of tar. The keeper ties one for you if you ask.

2. The Lamp House, Orm

Every lamp that ever burned in the lighthouse, and the log books of the men who trimmed them.

3. The Bread Room

A single oven, a single table, and the best rye loaf of the county.

Best for: Children

4. Sound Archive

Headphones, a chair, a window. You listen to harbours that are gone.

Price: 40 crowns

5. Tin Works

The rolling mill runs on Thursdays at three, and the floor shakes.

Opening hours: Thursday to Sunday

6. The Widow's Garden

Herbs, and a bench.

7. Nothing

That is its name. It is an empty room in a former bank, and we stayed for an hour.

The verdict

Go to the third hungry and to the seventh tired.
",
    );
}
