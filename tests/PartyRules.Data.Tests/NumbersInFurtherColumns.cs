using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>Columns that a scheme declares for entries, in every kind of table.</summary>
public sealed class NumbersInFurtherColumns
{
    private const string Subjects = "id,name,kind\nt1,One,team\nt2,Two,team\n";

    private static readonly Scheme Teams = SchemeReader.Read(
        Encoding.UTF8.GetBytes(
            """
            {
              "id": "teams", "version": "1", "effective": {"from": "2020-01-01"},
              "name": {"zh-Hans": "队", "en": "Teams"}, "source": {"zh-Hans": "虚构", "en": "Invented"},
              "subjects": {"kind": "team"},
              "entries": {
                "attributes": {
                  "people": {"name": {"zh-Hans": "人数", "en": "People"}, "kind": "number"},
                  "hours": {"name": {"zh-Hans": "小时", "en": "Hours"}, "kind": "number"}
                },
                "numbers": {"labour": {"name": {"zh-Hans": "总工时", "en": "Labour"}, "product": ["people", "hours"]}}
              },
              "aliases": {"columns": {"entries": {"hours": ["时长"]}}},
              "round": "year",
              "rounding": {"mode": "half-up", "places": 2},
              "components": [{
                "id": "work", "name": {"zh-Hans": "出工", "en": "Work"}, "start": 0, "minimum": 0, "maximum": 100,
                "items": [
                  {
                    "code": "work", "name": {"zh-Hans": "出工", "en": "Worked"}, "effect": "add",
                    "worth": {"valueOf": "labour", "perUnit": {"points": 0.5, "unit": 1, "part": "share"}}
                  },
                  {"code": "visit", "name": {"zh-Hans": "走访", "en": "Visited"}, "effect": "add", "worth": {"each": 1}}
                ],
                "cites": {"clause": "teams/work", "text": {"zh-Hans": "虚构", "en": "Invented"}}
              }]
            }
            """),
        "teams.json");

    [Theory]
    [InlineData(DataFormat.Csv)]
    [InlineData(DataFormat.Excel)]
    [InlineData(DataFormat.Parquet)]
    [InlineData(DataFormat.JsonLines)]
    public void EveryFormatKeepsThem(DataFormat format)
    {
        using var folder = new TemporaryFolder();
        Entry[] entries =
        [
            Worked("e1", "t1", ("people", "3"), ("hours", "2.5")),
            new() { Id = "e2", Subject = "t1", Item = "visit", Date = new DateOnly(2026, 3, 2) },
            Worked("e3", "t2", ("people", "1"), ("hours", "0.333333")),
        ];
        DataSetWriter.WriteAs(format, folder.Path, [Team("t1"), Team("t2")], entries);

        var data = DataSetReader.Read(folder.Path, Teams);

        data.Entries.Select(Told).Should().Equal("hours=2.5 people=3", "hours= people=", "hours=0.333333 people=1");
        Totals(folder).Should().Equal("t1 4.75", "t2 0.17");
    }

    [Theory]
    [InlineData("id,subject,item,date,people,hours")]
    [InlineData("编号,对象,项目,日期,人数,小时")]
    [InlineData("id,subject,item,date,People,时长")]
    public void TheyAreCalledByNameOrAlias(string heading)
    {
        using var folder = Tables($"{heading}\ne1,t1,work,2026-03-01,3,2.5\ne2,t2,visit,2026-03-02,,\n");

        Totals(folder).Should().Equal("t1 3.75", "t2 1");
    }

    [Theory]
    [InlineData("３,2.50", "3.75")]
    [InlineData("3.0,\"1,000\"", "100")]
    public void TheyAreReadAsNumbersAreReadAnywhere(string fields, string total)
    {
        using var folder = Tables($"id,subject,item,date,people,hours\ne1,t1,work,2026-03-01,{fields}\n");

        Totals(folder)[0].Should().Be($"t1 {total}");
    }

    [Theory]
    [InlineData("id,subject,item,date,people,hours\ne1,t1,work,2026-03-01,3,\n", "fact.attribute-missing")]
    [InlineData("id,subject,item,date,people\ne1,t1,work,2026-03-01,3\n", "fact.attribute-missing")]
    [InlineData("id,subject,item,date,people,hours\ne1,t1,visit,2026-03-01,3,\n", "fact.attribute-unused")]
    [InlineData("id,subject,item,date,people,hours\ne1,t1,work,2026-03-01,3,-2\n", "fact.negative")]
    [InlineData("id,subject,item,date,people,hours\ne1,t1,work,2026-03-01,3,two\n", "data.bad-number")]
    [InlineData("id,subject,item,date,peopel,hours\ne1,t1,work,2026-03-01,3,2\n", "data.unknown-column")]
    public void WhatIsLackingOrWithoutUseIsRefused(string entries, string code)
    {
        using var folder = Tables(entries);

        FluentActions.Invoking(() => DataSetReader.Read(folder.Path, Teams))
            .Should().Throw<ProblemException>().Which.Problems.Should().Contain(problem => problem.Code == code);
        FluentActions.Invoking(() => Totals(folder))
            .Should().Throw<ProblemException>().Which.Problems.Should().Contain(problem => problem.Code == code);
    }

    [Fact]
    public void EntriesThatDifferInThemAreNoTwins()
    {
        const string Heading = "id,subject,item,date,people,hours\ne1,t1,work,2026-03-01,3,2\n";
        using var different = Tables(Heading + "e2,t1,work,2026-03-01,3,1\n");
        using var twins = Tables(Heading + "e2,t1,work,2026-03-01,3,2\n");

        DataSetReader.Read(different.Path, Teams).Notices.Should().BeEmpty();
        DataSetReader.Read(twins.Path, Teams).Notices.Should().ContainSingle(notice => notice.Code == "notice.twin-entries");
    }

    private static Subject Team(string id) => new() { Id = id, Name = id, Kind = "team" };

    private static Entry Worked(string id, string subject, params (string Name, string Text)[] columns) => new()
    {
        Id = id,
        Subject = subject,
        Item = "work",
        Date = new DateOnly(2026, 3, 1),
        Attributes = columns.ToDictionary(column => column.Name, column => column.Text),
    };

    private static string Told(Entry entry) =>
        string.Join(' ', entry.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private static TemporaryFolder Tables(string entries)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        File.WriteAllText(folder.File("entries.csv"), entries);
        return folder;
    }

    /// <summary>Identifiers and totals, as a run writes them that reads rows while it scores where it can.</summary>
    private static List<string> Totals(TemporaryFolder folder)
    {
        using var results = new TemporaryFolder();
        new ScoreRun(new Scorer(Teams)).Score(folder.Path, results.File("results.csv"));
        return [.. File.ReadLines(results.File("results.csv")).Skip(1).Select(line => line.Split(',')).Select(row => $"{row[0]} {row[3]}")];
    }
}
