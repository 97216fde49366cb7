using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

public sealed class ResultsAsInputs
{
    private const string Earlier = "scheme,subject,period,status,total,grade,rank\ndayao,m1,2026,assessed,89.8,qualified,2\n";

    [Theory]
    [InlineData("qualified", "qualified")]
    [InlineData("excellent", "excellent")]
    public void TheGradeInTheEstateIsTheCeilingAtWork(string estate, string work)
    {
        var data = Read(Earlier.Replace("qualified", estate));

        new Scorer(BuiltInSchemes.Get("dayao-work")).Score(data.Subjects, data.Entries, data.Year, earlier: data.Earlier)
            .Single().Grade!.Id.Should().Be(work);
    }

    [Theory]
    [InlineData("dayao,", "daayo,", "earlier.csv:2:1 [scheme]: The scheme looks at no results of 'daayo'. Did you mean 'dayao'?")]
    [InlineData(",2026,", ",2026-Q9,", "earlier.csv:2:10 [period]: '2026-Q9' is not a period*")]
    [InlineData("89.8", "many", "earlier.csv:2:24 [total]: 'many' is not a number*")]
    public void EachMistakeIsNamedInItsPlace(string right, string wrong, string expected) =>
        FluentActions.Invoking(() => Read(Earlier.Replace(right, wrong))).Should().Throw<ProblemException>().Which.Problems.Should()
            .ContainSingle().Which.ToString().Should().Match(expected);

    private static DataSet Read(string earlier)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), "id,kind\nm1,member\n");
        File.WriteAllText(folder.File("entries.csv"), "id,subject,item,date,value\ne1,m1,work,2026-12-20,95\n");
        File.WriteAllText(folder.File("earlier.csv"), earlier);
        return DataSetReader.Read(folder.Path, BuiltInSchemes.Get("dayao-work"));
    }
}
