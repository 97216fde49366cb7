using PartyRules.Diagnostics;
using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Worth;

/// <summary>Times of day in further columns of entries, the minutes between them, and parts of the day.</summary>
public sealed class TimesOfEntries
{
    private const string Columns = """
        "entries": {
          "attributes": {
            "arrived": {"name": {"en": "Arrived"}, "kind": "time"},
            "left": {"name": {"en": "Left"}, "kind": "time"},
            "people": {"name": {"en": "People"}, "kind": "number"}
          },
          "numbers": {
            "late": {"name": {"en": "Late"}, "minutes": {"from": "08:30", "to": "arrived", "ifEarlier": "zero"}},
            "early": {"name": {"en": "Early"}, "minutes": {"from": "left", "to": "18:00", "ifEarlier": "zero"}},
            "stay": {"name": {"en": "Stay"}, "minutes": {"from": "arrived", "to": "left", "ifEarlier": "next-day"}},
            "strict": {"name": {"en": "Strict"}, "minutes": {"from": "arrived", "to": "left", "ifEarlier": "refused"}}
          }
        },
        """;

    private const string Exactly = """ "rounding": {"mode": "half-up", "places": 6}, """;

    [Theory]
    [InlineData("late", "arrived=08:29:59", "0")]
    [InlineData("late", "arrived=08:30", "0")]
    [InlineData("late", "arrived=08:30:01", "0.016667")]
    [InlineData("late", "arrived=08:41", "11")]
    [InlineData("late", "arrived=00:00", "0")]
    [InlineData("early", "left=17:59", "1")]
    [InlineData("early", "left=18:00", "0")]
    [InlineData("early", "left=18:01", "0")]
    [InlineData("stay", "arrived=22:00 left=06:00", "480")]
    [InlineData("stay", "arrived=22:00 left=00:00", "120")]
    [InlineData("stay", "arrived=22:00 left=22:00", "0")]
    [InlineData("stay", "arrived=22:00 left=14:00", "960")]
    [InlineData("stay", "arrived=06:00 left=22:00", "960")]
    [InlineData("strict", "arrived=06:00 left=06:00", "0")]
    [InlineData("strict", "arrived=06:00 left=06:07:30", "7.5")]
    public void AnEntryIsWorthTheMinutesBetween(string number, string columns, string points) =>
        Points($$"""{"valueOf": "{{number}}", "value": true}""", columns).Should().Be(points);

    [Fact]
    public void PartsOfAMinuteStayExact() =>
        Points("""{"valueOf": "late", "perUnit": {"points": 3, "unit": 1, "part": "share"}}""", "arrived=08:31:20").Should().Be("4");

    [Theory]
    [InlineData("08:45", "0")]
    [InlineData("08:45:01", "1")]
    [InlineData("09:00", "1")]
    [InlineData("09:01", "5")]
    public void MinutesOfADayAreAddedUpAndThenBanded(string second, string points) => Scheme($$"""
            {{Columns}}
            "records": [{"code": "r", "name": @T}],
            "measures": [{"id": "m", "name": @T, "entries": {"of": "r", "valueOf": "late", "take": "sum"}, "cites": @C}],
            "components": [{{Component("""
                "items": [],
                "adjustments": [{
                  "id": "x", "name": @T, "effect": "add", "per": "day", "measure": "m",
                  "bands": {"kind": "steps", "of": [{"above": 20, "points": 1}, {"from": 36, "points": 5}]}, "cites": @C
                }]
                """)}}]
            """)
        .Year(With(Entry("r", "2026-01-02"), "arrived=08:35"), With(Entry("r", "2026-01-02"), $"arrived={second}"), With(
            Entry("r", "2026-01-03"), "arrived=08:50"))
        .Total!.Value.ToString().Should().Be(points);

    [Theory]
    [InlineData("late", "arrived=8:30", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=24:00", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=08：30", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=08:60", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=08:30:60", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=08:30Z", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=08:30:15.5", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=0.5", "arrived", "fact.attribute-time")]
    [InlineData("late", "arrived=", "arrived", "fact.attribute-missing")]
    [InlineData("late", "arrived=08:30 left=18:00", "left", "fact.attribute-unused")]
    [InlineData("stay", "arrived=08:30", "left", "fact.attribute-missing")]
    [InlineData("strict", "arrived=08:30 left=08:29:59", "left", "fact.time-earlier")]
    public void WhatIsNoTimeOrNotAllowedIsRefused(string number, string columns, string field, string code) =>
        FluentActions.Invoking(() => Points($$"""{"valueOf": "{{number}}", "value": true}""", columns))
            .Should().Throw<ProblemException>().Which.Problems
            .Should().ContainSingle(problem => problem.Code == code && problem.Location.Path!.EndsWith($".{field}"));

    [Theory]
    [InlineData(""" "from": "22:00", "below": "06:00" """, "21:59:59 06:00 12:00", "22:00 23:59:59 00:00 05:59:59")]
    [InlineData(""" "above": "22:00", "to": "06:00" """, "22:00 06:00:01", "22:00:01 06:00")]
    [InlineData(""" "from": "22:00", "below": "00:00" """, "00:00 21:59", "22:00 23:59:59")]
    [InlineData(""" "above": "23:59:59", "to": "00:00" """, "23:59:59 00:00:01", "00:00")]
    [InlineData(""" "from": "08:00", "to": "12:00" """, "07:59:59 12:00:01", "08:00 12:00")]
    [InlineData(""" "above": "08:00", "below": "12:00" """, "08:00 12:00", "08:00:01 11:59:59")]
    [InlineData(""" "from": "18:00" """, "17:59:59 00:00", "18:00 23:59:59")]
    [InlineData(""" "below": "06:00" """, "06:00 23:00", "00:00 05:59:59")]
    [InlineData(""" "from": "08:00", "to": "08:00" """, "07:59:59 08:00:01", "08:00")]
    public void OnlyEntriesInAPartOfTheDayAreMeant(string bounds, string outside, string inside)
    {
        var time = $$"""{"of": "arrived", {{bounds}} }""";
        var entries = $$"""{"of": "r", "time": {{time}}, "count": {"atLeast": 1} }""";
        var scheme = Scheme($$"""
            {{Columns}}
            "records": [{"code": "r", "name": @T}],
            "measures": [{"id": "m", "name": @T, "entries": {"of": "r", "take": "count", "time": {{time}} }, "cites": @C}],
            "components": [{{Component($$"""
                "items": [],
                "adjustments": [
                  {"id": "x", "name": @T, "effect": "add", "cites": @C,
                   "measure": "m", "perUnit": {"points": 1, "unit": 1, "part": "share"} },
                  {"id": "y", "name": @T, "effect": "add", "points": 100, "when": {"entries": {{entries}} }, "cites": @C}
                ]
                """)}}]
            """);

        foreach (var each in outside.Split(' '))
            scheme.Year(With(Entry("r", "2026-01-02"), $"arrived={each}")).Total!.Value.ToString().Should().Be("0", each);
        foreach (var each in inside.Split(' '))
            scheme.Year(With(Entry("r", "2026-01-02"), $"arrived={each}")).Total!.Value.ToString().Should().Be("101", each);
        FluentActions.Invoking(() => scheme.Year(Entry("r", "2026-01-02")))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("fact.attribute-missing");
    }

    [Theory]
    [InlineData("late", "arrived=08:41", "Late 11 = from 08:30 to Arrived 08:41")]
    [InlineData("late", "arrived=08:29", "Late 0: Arrived 08:29 is earlier than 08:30")]
    [InlineData("stay", "arrived=22:00 left=06:00", "Stay 480 = from Arrived 22:00 to Left 06:00 of the next day")]
    [InlineData("late", "arrived=08:30:10", "Late 1/6 = from 08:30 to Arrived 08:30:10")]
    public void TheExplanationNamesTheTimes(string number, string columns, string told) => Worth(
            $$"""{"valueOf": "{{number}}", "value": true}""")
        .Explained(With(Entry("a", "2026-01-01"), columns)).Should().Contain(told);

    [Fact]
    public void TheExplanationNamesThePartOfTheDay()
    {
        const string night = """{"of": "arrived", "from": "22:00", "below": "06:00"}""";
        const string some = $$"""{"entries": {"of": "r", "time": {{night}}, "count": {"atLeast": 1} } }""";
        var told = Scheme($$"""
            {{Columns}}
            "records": [{"code": "r", "name": {"en": "Round"} }],
            "measures": [{"id": "m", "name": @T, "entries": {"of": "r", "take": "count", "time": {{night}} }, "cites": @C}],
            "components": [{{Component($$"""
                "items": [],
                "adjustments": [{"id": "x", "name": @T, "effect": "add", "points": 1, "cites": @C, "when": {{some}} }]
                """)}}]
            """).Explained(With(Entry("r", "2026-01-02"), "arrived=23:15"), With(Entry("r", "2026-01-03"), "arrived=07:15"));

        told.Should().Contain("\"Round\" (Arrived from 22:00 and before 06:00, over midnight)");
        told.Should().MatchRegex(@"2026-01-02 Arrived 23:15 e?\S*").And.NotContain("07:15");
    }

    [Theory]
    [InlineData(8, 30, 0, "08:30")]
    [InlineData(0, 0, 0, "00:00")]
    [InlineData(23, 59, 59, "23:59:59")]
    public void ATimeIsWrittenAndReadAgain(int hour, int minute, int second, string text)
    {
        var time = new TimeOnly(hour, minute, second);

        TimeOfDay.TextOf(time).Should().Be(text);
        TimeOfDay.TryParse(text, out var read).Should().BeTrue();
        read.Should().Be(time);
    }

    [Fact]
    public void APartOfASecondIsNotCutOff() =>
        FluentActions.Invoking(() => TimeOfDay.TextOf(new TimeOnly(8, 30, 0, 1))).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("""{"product": ["arrived"]}""", "scheme.entry-time")]
    [InlineData("""{"product": ["people"], "minutes": {"from": "08:30", "to": "arrived", "ifEarlier": "zero"}}""", "scheme.exactly-one")]
    [InlineData("{}", "scheme.exactly-one")]
    [InlineData("""{"ifZero": 1, "minutes": {"from": "08:30", "to": "arrived", "ifEarlier": "zero"}}""", "scheme.minutes-alone")]
    [InlineData("""{"minutes": {"from": "8:30", "to": "arrived", "ifEarlier": "zero"}}""", "scheme.time-of-day")]
    [InlineData("""{"minutes": {"from": "arrived", "to": "24:00", "ifEarlier": "zero"}}""", "scheme.time-of-day")]
    [InlineData("""{"minutes": {"from": "08：30", "to": "arrived", "ifEarlier": "zero"}}""", "scheme.time-of-day")]
    [InlineData("""{"minutes": {"from": "0830", "to": "arrived", "ifEarlier": "zero"}}""", "scheme.time-of-day")]
    [InlineData("""{"minutes": {"from": "08:30", "to": "people", "ifEarlier": "zero"}}""", "scheme.entry-no-time")]
    [InlineData("""{"minutes": {"from": "08:30", "to": "arived", "ifEarlier": "zero"}}""", "scheme.unknown-word")]
    [InlineData("""{"minutes": {"from": "08:30", "to": "arrived", "ifEarlier": "negative"}}""", "scheme.unknown-word")]
    [InlineData("""{"minutes": {"from": "08:30", "to": "arrived"}}""", "scheme.missing-key")]
    [InlineData("""{"minutes": {"from": "08:30", "to": "18:00", "ifEarlier": "zero"}}""", "scheme.minutes-same")]
    [InlineData("""{"minutes": {"from": "arrived", "to": "arrived", "ifEarlier": "zero"}}""", "scheme.minutes-same")]
    public void ANumberThatIsNotStatedRightlyIsRefused(string number, string code) => Problems($$"""
            {{Columns.Replace("\"strict\":", $"\"broken\": {number.Insert(1, Name(number))}, \"strict\":")}}
            "components": [{{Component(Only("a"))}}]
            """).Should().ContainSingle().Which.Code.Should().Be(code);

    [Theory]
    [InlineData("""{"of": "arrived"}""", "scheme.clock-bounds")]
    [InlineData("""{"of": "arrived", "from": "06:00", "above": "05:00"}""", "scheme.clock-bounds")]
    [InlineData("""{"of": "arrived", "to": "06:00", "below": "05:00"}""", "scheme.clock-bounds")]
    [InlineData("""{"of": "arrived", "from": "08:00", "below": "08:00"}""", "scheme.clock-empty")]
    [InlineData("""{"of": "arrived", "above": "08:00", "to": "08:00"}""", "scheme.clock-empty")]
    [InlineData("""{"of": "arrived", "above": "08:00", "below": "08:00:01"}""", "scheme.clock-empty")]
    [InlineData("""{"of": "arrived", "above": "23:59:59", "below": "00:00"}""", "scheme.clock-empty")]
    [InlineData("""{"of": "arrived", "above": "23:59:59"}""", "scheme.clock-empty")]
    [InlineData("""{"of": "arrived", "below": "00:00"}""", "scheme.clock-empty")]
    [InlineData("""{"of": "arrived", "below": "24:00"}""", "scheme.time-of-day")]
    [InlineData("""{"of": "people", "below": "08:00"}""", "scheme.entry-no-time")]
    [InlineData("""{"of": "arived", "below": "08:00"}""", "scheme.unknown-word")]
    public void APartOfTheDayThatIsNotStatedRightlyIsRefused(string time, string code) => Problems($$"""
            {{Columns}}
            "records": [{"code": "r", "name": @T}],
            "measures": [{"id": "m", "name": @T, "entries": {"of": "r", "take": "count", "time": {{time}} }, "cites": @C}],
            "components": [{{Component(Only("a"))}}]
            """).Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    public void ATimeIsNoNumber() => Problems($$"""
            {{Columns}}
            "components": [{{Component($$""" "items": [{{Item("a", """{"valueOf": "arrived", "value": true}""")}}]""")}}]
            """).Should().ContainSingle().Which.Code.Should().Be("scheme.entry-time");

    private static Scheme Worth(string worth) => Scheme(
        $$"""
        {{Columns}}
        "components": [{{Component($$""" "items": [{{Item("a", worth)}}]""")}}]
        """);

    private static string Name(string number) => "\"name\": @T" + (number == "{}" ? "" : ", ");

    private static string Points(string worth, string columns) => Scheme(
        $$"""
        {{Columns}}
        "components": [{{Component($$""" "items": [{{Item("a", worth.Insert(1, Exactly))}}]""")}}]
        """).Year(With(Entry("a", "2026-01-01"), columns)).Total!.Value.ToString();

    private static Entry With(Entry entry, string columns) => new()
    {
        Id = $"{entry.Id}{columns}",
        Subject = entry.Subject,
        Item = entry.Item,
        Date = entry.Date,
        Value = entry.Value,
        Attributes = columns.Split(' ').Select(column => column.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
    };
}
