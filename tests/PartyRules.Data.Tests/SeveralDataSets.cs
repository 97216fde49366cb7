using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Data.Tests;

/// <summary>The data sets of several branches are one, whatever order they are given in; what stands in two of them is refused.</summary>
public sealed class SeveralDataSets : IDisposable
{
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");
    private readonly TemporaryFolder east = new();
    private readonly TemporaryFolder west = new();

    public void Dispose()
    {
        east.Dispose();
        west.Dispose();
    }

    [Fact]
    public void NoneIsNoDataSet() => FluentActions.Invoking(() => DataSetReader.ReadAll([], Fengxian))
        .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("folders");

    [Fact]
    public void TheirOrderChangesNothing()
    {
        Write(east, "m1", "2026-01-05");
        Write(west, "m2", "2026-02-05");

        var data = DataSetReader.ReadAll([east.Path, west.Path], Fengxian);

        data.Subjects.Select(subject => subject.Id).Should().Equal("m1", "m2");
        data.Entries.Select(entry => entry.Subject).Should().BeEquivalentTo("m1", "m2");
        data.Entries.Select(entry => entry.Id).Should().OnlyHaveUniqueItems("both files call their entry e1");
        DataSetReader.ReadAll([west.Path, east.Path], Fengxian).Entries.Select(entry => entry.ToString())
            .Should().Equal(data.Entries.Select(entry => entry.ToString()));
    }

    [Fact]
    public void WhatStandsInTwoIsRefused()
    {
        Write(east, "m1", "2026-01-05");
        Write(west, "m1", "2026-02-05");
        foreach (var folder in new[] { east, west })
            File.WriteAllText(folder.File("earlier.csv"), "scheme,subject,period,total\nfengxian,m1,2025,90\n");

        Codes().Should().BeEquivalentTo("data.subject-in-several", "data.result-in-several");
    }

    [Fact]
    public void OneYearIsAsked()
    {
        Write(east, "m1", "2026-01-05");
        Write(west, "m2", "2025-02-05");

        Codes().Should().Equal("data.several-years");
        DataSetReader.ReadAll([east.Path, west.Path], Fengxian, 2026).Year.Should().Be(2026);
    }

    private IEnumerable<string> Codes() => FluentActions.Invoking(() => DataSetReader.ReadAll([east.Path, west.Path], Fengxian))
        .Should().Throw<ProblemException>().Which.Problems.Select(problem => problem.Code);

    private static void Write(TemporaryFolder folder, string member, string date)
    {
        File.WriteAllText(folder.File("subjects.csv"), $"id,kind,category,employment\n{member},member,organ,in-post\n");
        File.WriteAllText(folder.File("entries.csv"), $"id,subject,item,date,value\ne1,{member},task.unit,{date},1\n");
    }
}
