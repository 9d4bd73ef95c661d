//! Figures that want a source, and those that do not.

use crate::check_claims;

#[test]
fn figures_that_somebody_counted_want_a_source() {
    check_claims(
        "
More than 600,000 people live on the islands north of the strait.
^^^^^^^^^^^^^^^^^ unsourced-figure

At least 30 towns have a ferry of their own. None of them is paid for by the state.
^^^^^^^^^^^ unsourced-figure

Only 40 percent of tenants in the old quarter own a boat.
     ^^^^^^^^^^ unsourced-figure

One in five pupils in the county has never seen the sea.
^^^^^^^^^^^ unsourced-figure

Catches in the fjord fell by 12 percent between the two wars.
                             ^^^^^^^^^^ unsourced-figure

His office is closed this week for the meeting of the Harbour Union, which gave nearly $5.9 million toward his campaign.
                                                                                ^^^^^^^^^^^^^^^^^^^ unsourced-figure

There are about 4,000 boats in the harbour, and nearly half of fishermen are older than sixty.
          ^^^^^^^^^^^ unsourced-figure

Two million Norwegians have a cabin by the water.
^^^^^^^^^^^ unsourced-figure
",
    );
}

#[test]
fn figures_that_nobody_needs_to_count_are_left_alone() {
    check_claims(
        "
About 200 people gathered on the quay on Monday, and at least 12 of them were taken to the station.

The ferry, built in 1962, is more than 60 years old and runs 14 miles to the island in about 45 minutes.

The house sold for $1.2 million, a coffee costs about $4, and the ring is worth nearly $30,000.

The bill passed by 51 votes to 44, and Lindhaven won 3-1 in front of the home crowd.

Shares in the yard fell 5 percent on Tuesday, and the index rose 1.2 percent.

Add about 400 grams of flour, and let at least half of the dough rest overnight.

The plan would give 40 percent of tenants a vote, and the limit is 1,500 boats a year.

You need more than 300 members to found a guild here, and we have over 400 people on our list.

At the hearing he made a remark about 40 percent of the country, and the top 1 percent of earners.

Call 555 0199 or write to 12 Harbour Street, Lindhaven 40213, before 5 May 2024.
",
    );
}

#[test]
fn figures_with_a_source_near_them_are_left_alone() {
    check_claims(
        "
More than 600,000 people live on the islands, the county said in March.

The survey by the Coastwatch Institute is the third of its kind.

Only 40 percent of tenants in the old quarter own a boat.

Mara Venn, the harbour master, said the fleet was shrinking. There are about 4,000 boats in the harbour.

About 30 percent of islanders leave for good (Brandt, 1998).

Ferries carry one in five commuters, according to the Lindhaven Transit Authority.
",
    );
}
