//! Whole pages of sites that do not exist, as they are pasted: what of them is furniture.

use crate::check;

#[test]
fn a_local_news_site() {
    check(
        "\
Skip to content
^^^^^^^^^^^^^^^ navigation
Home
^^^^ navigation
News
^^^^ navigation
Sport
^^^^^ navigation
Opinion
^^^^^^^ navigation
Subscribe
^^^^^^^^^ newsletter

Home > News > Local
^^^^^^^^^^^^^^^^^^^ navigation

Council backs plan to reopen swimming baths

By Ingrid Solvang
^^^^^^^^^^^^^^^^^ byline
Staff reporter
^^^^^^^^^^^^^^ author-bio
12 March 2024, 4:15 pm
^^^^^^^^^^^^^^^^^^^^^^ date-stamp
3 min read
^^^^^^^^^^ date-stamp

Share
^^^^^ share-prompt
Facebook
^^^^^^^^ share-prompt
WhatsApp
^^^^^^^^ share-prompt
Copy link
^^^^^^^^^ share-prompt

Photo: Tomas Reyes / Lindhaven Courier
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ photo-credit

The town council voted 14 to 9 on Monday night to reopen the Victoria baths, which have been closed since a boiler failed in the winter of 2019. The vote followed three hours of debate and a petition signed by 6,200 residents.

Councillor Maud Pettersen, who chairs the leisure committee, said the baths would open for four days a week at first. \"We are not promising palm trees,\" she told the chamber. \"We are promising warm water.\"

Sign up to our morning briefing and get the day's stories in your inbox.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ newsletter

The repairs will cost 2.4 million crowns, of which the county has agreed to pay half. The rest will come from a reserve that was set aside for a car park.

Read more: Car park plan dropped after flood survey
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ related-link

Not everyone was convinced. Councillor Henry Oduya said the money would be better spent on the library, whose roof has leaked since the spring. \"Children can swim in the fjord,\" he said. \"They cannot read in the rain.\"

Advertisement
^^^^^^^^^^^^^ advert

Work is expected to begin in May. A spokesman for the builders, Karl Brandt & Sons, said the old tiles would be kept where that was possible.

Ingrid Solvang covers housing and transport. She joined the Courier in 2019.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ author-bio

Follow her on X @ingridsolvang
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ author-bio

Related articles
^^^^^^^^^^^^^^^^ related-link
Library roof to be patched before winter
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
Ferry timetable changes from April
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
School meals row goes to the minister
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser

Most read
^^^^^^^^^ top-list
1. Two boats lost off Orm in sudden squall
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
2. The baker who would not sell his ovens
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
3. Why the bridge hums at night
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser

Comments (14)
^^^^^^^^^^^^^ comments
Log in to comment
^^^^^^^^^^^^^^^^^ comments

About us
^^^^^^^^ navigation
Contact
^^^^^^^ navigation
Privacy policy
^^^^^^^^^^^^^^ copyright
\u{a9} 2024 Lindhaven Courier. All rights reserved.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copyright
",
    );
}

#[test]
fn a_blog_with_comments() {
    check(
        "\
Home
^^^^ navigation
About
^^^^^ navigation
Shop
^^^^ navigation
Contact
^^^^^^^ navigation

Turning a worn collar: a mend that nobody sees

Posted on February 3, 2024 by Wren
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ date-stamp

This post may contain affiliate links. If you buy something through them I may earn a small commission at no cost to you.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ advert

Jump to Instructions
^^^^^^^^^^^^^^^^^^^^ related-link

My grandfather owned four shirts and wore each of them for twenty years. When the collar frayed, my grandmother unpicked it, turned it over and sewed it back on, and he had a new shirt for the price of an evening.

I tried it last week on a blue Oxford that I bought in a charity shop for three pounds, and I am writing this in it.

What you need

- A seam ripper
- Thread in the colour of the shirt
- Pins
- An iron

How to turn a collar

Unpick the stitches that hold the collar in the stand. Go slowly: the cloth there is thin, and a hole in the stand cannot be hidden.

Turn the collar over, press it flat, and slide it back between the two layers of the stand. Pin it at the centre back first and work outwards.

Pin this post for later!
^^^^^^^^^^^^^^^^^^^^^^^^ share-prompt

Sew along the old line of stitches. I did it by hand because my machine and I are not on speaking terms.

If you enjoyed this, you might also like:
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ related-link
Darning with a light bulb
^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
Five buttons worth saving
^^^^^^^^^^^^^^^^^^^^^^^^^ label
How I stopped buying socks
^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser

Did you try it? Let me know in the comments!
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments

Filed Under: Mending, Shirts
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tags
Tagged With: collar, slow fashion, visible mending
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tags

Wren lives in a narrow house by a canal with two cats and more thread than is decent. She teaches mending on Saturdays and writes about clothes that last.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ author-bio

Previous Post: \u{ab} What moths like
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ navigation
Next Post: A coat from a blanket \u{bb}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ navigation

Reader Interactions
^^^^^^^^^^^^^^^^^^^ comments

Comments
^^^^^^^^ comments

Hilary says
^^^^^^^^^^^ comments
February 4, 2024 at 9:12 am
^^^^^^^^^^^^^^^^^^^^^^^^^^^ date-stamp
I turned three collars at the weekend. Thank you!
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
Reply
^^^^^ comments

Leave a Reply
^^^^^^^^^^^^^ comments
Your email address will not be published. Required fields are marked *
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments
Comment *
^^^^^^^^^ comments
Name *
^^^^^^ comments
Email *
^^^^^^^ newsletter
Website
^^^^^^^ comments
Save my name, email, and website in this browser for the next time I comment.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments

Primary Sidebar
^^^^^^^^^^^^^^^ navigation
Search this website
^^^^^^^^^^^^^^^^^^^ navigation
Subscribe to the newsletter
^^^^^^^^^^^^^^^^^^^^^^^^^^^ newsletter
",
    );
}

#[test]
fn a_match_report() {
    check(
        "\
Sport
^^^^^ navigation
Football
^^^^^^^^ navigation
Fixtures
^^^^^^^^ label
Results
^^^^^^^ label
Tables
^^^^^^ label

FOOTBALL
^^^^^^^^ navigation

Strand strikes late as City go top

Harbour City 2-1 Milltown


By Ruth Hale at Quay Road
^^^^^^^^^^^^^^^^^^^^^^^^^ byline

Sun 14 Apr 2024 18.02 BST
^^^^^^^^^^^^^^^^^^^^^^^^^ date-stamp
Last modified on Sun 14 Apr 2024 21.40 BST
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ date-stamp

Emil Strand scored in the fourth minute of added time to send Harbour City to the top of the northern league and leave Milltown wondering what they had done to deserve it.

Milltown had led through Daniel Okoro's header after twelve minutes and were the better side for an hour. City's goalkeeper, Jan de Wit, kept them in it with three saves before the break.

\"I have no idea how we won that,\" City's manager, Adeyemi Cole, said. \"I shall not be asking for it to be explained.\"

Sign up to The Far Post, our weekly football newsletter
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ newsletter

Strand's second came from a corner that should have been a goal kick. The referee, Petra Novak, was surrounded by blue shirts and booked two of them.

Harbour City (4-4-2): De Wit; Lund, Hagen, Moe, Dahl; Brekke, Ali, Prado, Toth; Strand, Lenz.
Milltown (4-3-3): Orlik; Ford, Reid, Blake, Shaw; Menon, Voss, Hill; Okoro, Tanaka, Wood.

Referee: P Novak. Attendance: 18,204.


Share
^^^^^ share-prompt
Reuse this content
^^^^^^^^^^^^^^^^^^ share-prompt

Most viewed
^^^^^^^^^^^ top-list
",
    );
}

#[test]
fn an_interview_of_a_weekend_paper() {
    check(
        "\
Culture | Books
^^^^^^^^^^^^^^^ label

The Saturday Interview

\"A sentence is a thing you can sit on\"

The novelist Mirela Kovac on furniture, exile and why she writes standing up

Interview by Aoife Brennan
^^^^^^^^^^^^^^^^^^^^^^^^^^ byline
Portrait by Samir Haddad
^^^^^^^^^^^^^^^^^^^^^^^^ photo-credit

Listen to this article
^^^^^^^^^^^^^^^^^^^^^^ summary-widget
12 min
^^^^^^ date-stamp

Mirela Kovac meets me at the door of her flat in Gull Street with a hammer in her hand. She has been mending a chair. There are nineteen chairs in the flat, and she has mended all of them.

You were born in a town that is no longer on the map. Does that matter to your books?

It is on my map. I can tell you the price of bread in the shop by the bridge. What has gone is the bridge, the shop and the price.

Do you still write by hand?

Always, and standing up. If I sit, I begin to think about chairs.

Do you follow the news from there?

Every morning. I subscribe to two papers, and I believe neither of them until lunch.

What are you reading?

My own proofs, alas. And a manual on upholstery from 1911, which is the best-written book I have found this year.

Mirela Kovac's new novel, The Nineteenth Chair, is published by Tern House on 14 November.

This interview has been edited for length and clarity.

Aoife Brennan is a staff writer at the Evening Ledger. Follow her on Bluesky @aoifebrennan.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ author-bio

You may also like
^^^^^^^^^^^^^^^^^ related-link
The poet who drives a bus
^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
Ten novels about houses
^^^^^^^^^^^^^^^^^^^^^^^ label

Sign in or create a free account to comment
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments
",
    );
}

#[test]
fn a_story_of_an_agency() {
    check(
        "\
Moravia frees two journalists held since January

By Pavel Orlik and Clara Voss
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ byline

BRENN, March 8 (Meridian) - Moravia released two journalists on Friday after 58 days in prison, their lawyer said, ending a case that had soured its talks with its neighbours over gas.

Anna Toth and Josef Lang, who work for the daily Brenner Blatt, were met outside the prison by about two hundred people. They had been charged with publishing state secrets.

\"I have lost eight kilos and gained a subject,\" Lang told reporters.

The justice ministry said in a statement that the charges had been dropped for lack of evidence. It did not say when the evidence had been found to be lacking.

Moravia's neighbour Pannonia had made their release a condition of signing a contract for gas worth 3 billion crowns a year.

(Reporting by Pavel Orlik and Clara Voss; Additional reporting by Nina Hauer in Pest; Editing by Martin Crane)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wire-tail

Purchase Licensing Rights
^^^^^^^^^^^^^^^^^^^^^^^^^ wire-tail

Read Next
^^^^^^^^^ related-link
Gas talks resume in Pest
World
^^^^^ navigation
Striking dockers return to work
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
Business
^^^^^^^^ navigation
category \u{b7} March 7, 2024 \u{b7} 10:12 AM UTC
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tags
",
    );
}

#[test]
fn a_paper_of_a_small_town() {
    check(
        "\
HOME   NEWS   OBITUARIES   CLASSIFIEDS   E-EDITION
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ navigation

Log In | Subscribe
^^^^^^^^^^^^^^^^^^ navigation

Top Story
^^^^^^^^^ label

Mill Creek bridge to close for repairs starting Monday

By DALE HOPKINS Mill Creek Gazette
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ byline
Sep 14, 2024 Updated 2 hrs ago
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ date-stamp
Facebook
^^^^^^^^ share-prompt
Twitter
^^^^^^^ share-prompt
Email
^^^^^ newsletter
Print
^^^^^ share-prompt
Save
^^^^ share-prompt

Mill Creek bridge, built in 1931, will close for six weeks.

MILL CREEK \u{2014} The Mill Creek bridge will close to all traffic at 6 a.m. Monday for repairs that are expected to take six weeks, the county engineer said.

Drivers will be sent by way of Route 9 and the Carver Road. School buses will leave 20 minutes early, superintendent Joan Petty said.

\"Nobody likes it,\" engineer Walt Simmons said. \"But I have stood under that bridge, and I like that less.\"

The work will cost $1.2 million. Half comes from the state.

People are also reading\u{2026}
^^^^^^^^^^^^^^^^^^^^^^^^ related-link
Sheriff: Stolen tractor found in pond
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
Tigers open season with win over Carver
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser
Pie auction raises $3,000 for fire hall
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ teaser

Be the first to know
^^^^^^^^^^^^^^^^^^^^ teaser
Get local news delivered to your inbox!
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ newsletter
Email Address
^^^^^^^^^^^^^ newsletter
Sign up!
^^^^^^^^ newsletter
* I understand and agree that registration on or use of this site constitutes agreement to its user agreement and privacy policy.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copyright

Tags
^^^^ tags
Mill Creek
^^^^^^^^^^ tags
Bridges
^^^^^^^ tags
Route 9
^^^^^^^ tags

Most Popular
^^^^^^^^^^^^ top-list
Loading...
^^^^^^^^^^ call-to-action
",
    );
}
