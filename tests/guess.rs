//! Which plain-text files are articles, and which are plainly something else.

use copydesk::{analysis::is_article, syntax::Language};

fn article(text: &str) -> bool {
    is_article(text, Language::PlainText)
}

#[test]
fn prose_is_an_article_whatever_stands_in_it() {
    for text in [
        "",
        "A note.",
        "Ferry to sail again\n\nThe ferry sails again from Monday, the harbour master said.\n",
        "Results\n\n| Town | Votes |\n|---|---|\n| Ostvik | 1,204 |\n| Ferrin | 998 |\n\nThe count ended late on \
         Sunday and the council will confirm it this week.\n",
        "12:04 The council meets.\n12:30 The mayor says that the budget will be cut by 4.5%.\n13:00 The session ends \
         without a vote on the harbour.\n",
        "How to greet\n\nType this into a file and save it where you keep your programs:\n\nprint(\"hello\")\n\nThen run \
         it from a terminal, and it will greet you as any polite program does.\n",
        "Home\nNews\nSport\nSubscribe for 3 euros\nFollow @ostvik_courier\nhttps://ostvik.example/a_b?c=d\n",
        "Flour 200 g\nSugar 100 g\n2 eggs\nMix the flour with the sugar and add the eggs one by one.\n",
    ] {
        assert!(article(text), "{text}");
    }
}

#[test]
fn logs_numbers_requirements_and_code_are_not() {
    for text in [
        "2026-03-01 12:00:01 INFO server started on port 8080\n2026-03-01 12:00:02 WARN the disk is nearly full\n",
        "Mar  1 12:00:01 desk sshd[311]: accepted a key for ana\nMar  1 12:00:09 desk sshd[311]: session closed\n",
        "requests==2.31.0\nnumpy>=1.26,<2\ntoml~=0.10\n",
        "1.0 2.5 3.25\n4.0 5.5 6.75\n7.0 8.5 9.25\n",
        "id,lat,lon\n1,54.21,10.02\n2,54.22,10.03\n",
        "cmake_minimum_required(VERSION 3.20)\nproject(ferry)\nadd_executable(ferry main.c)\n",
        "import os\n\ndef main(path):\n    return os.listdir(path)\n\nif __name__ == \"__main__\":\n    main(\".\")\n",
        "#include <stdio.h>\n/* prints a line */\nint main(void) {\n    puts(\"hello\");\n}\n",
    ] {
        assert!(!article(text), "{text}");
    }
}
