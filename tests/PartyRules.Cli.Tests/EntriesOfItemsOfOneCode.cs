namespace PartyRules.Cli.Tests;

/// <summary>The streamed and the whole reading ask an entry for what the item asks for that applies to it.</summary>
public sealed class EntriesOfItemsOfOneCode : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public EntriesOfItemsOfOneCode()
    {
        File.WriteAllText(Path.Combine(folder, "subjects.csv"), "id,kind,category\nm1,member,x\nm2,member,y\n");
        File.WriteAllText(Path.Combine(folder, "t.json"), """
            {"id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T, "round": "year",
             "subjects": {"kind": "member", "categories": {"x": @T, "y": @T}},
             "components": [{"id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": null, "cites": @C, "items": [
               {"code": "i", "name": @T, "effect": "add", "worth": {"each": 5}, "appliesTo": {"category": ["x"]}},
               {"code": "i", "name": @T, "effect": "add", "worth": {"value": true}, "appliesTo": {"category": ["y"]}}]}]}
            """.Replace("@C", """{"clause": "t/c", "text": @T}""").Replace("@T", """{"zh-Hans": "示例", "en": "Example"}"""));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void EachIsAskedForItsOwn()
    {
        Entries("e1,m1,i,2026-01-05,\ne2,m2,i,2026-01-05,3\n");

        foreach (var more in new string[][] { [], ["--explain"] })
            Run(more).Output.Should().Contain("m1,2026,assessed,5,").And.Contain("m2,2026,assessed,3,");
    }

    [Theory]
    [InlineData("e1,m1,i,2026-01-05,\ne2,m2,i,2026-01-05,\n", "entries.csv:3:20 [value]: The item 'i' needs a value.")]
    [InlineData("e1,m1,i,2026-01-05,2\ne2,m2,i,2026-01-05,3\n", "entries.csv:2:20 [value]: The item 'i' has a fixed worth,")]
    public void NoneIsLetThroughForAnothersSake(string entries, string problem)
    {
        Entries(entries);

        foreach (var more in new string[][] { [], ["--explain"] })
        {
            var run = Run(more);

            run.Status.Should().Be(1);
            run.Error.Should().StartWith(problem);
        }
    }

    private void Entries(string rows) =>
        File.WriteAllText(Path.Combine(folder, "entries.csv"), "id,subject,item,date,value\n" + rows);

    private ToolRun Run(string[] more) =>
        ToolRun.Of(["score", folder, "--scheme", Path.Combine(folder, "t.json"), "--out", "-", "--lang", "en", .. more]);
}
