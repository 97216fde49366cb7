namespace PartyRules.Cli.Tests;

public sealed class NewSchemes : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("member", "en")]
    [InlineData("member", "zh-Hans")]
    [InlineData("branch", "en")]
    [InlineData("branch", "zh-Hans")]
    public void ANewSchemeIsValidItsCasesPassAndItsDataCanBeScored(string kind, string language)
    {
        var (output, scheme) = (Path.Combine(folder, "own"), Path.Combine(folder, "own", "our-town.json"));

        var made = ToolRun.Of("new", "scheme", "--id", "our-town", "--name", "本镇“积分”\\", "--kind", kind, "--year", "2027", "--out", output,
            "--lang", language);

        made.Error.Should().BeEmpty();
        made.Output.Should().Contain($"partyrules verify {output}/our-town.json");
        ToolRun.Of("verify", scheme).Status.Should().Be(0);
        ToolRun.Of("score", Path.Combine(output, "data"), "--scheme", scheme, "--out", "-").Output
            .Should().Contain(kind == "member" ? "m1,2027,assessed,85,excellent" : "b1,2027-Q1,assessed,100");
        File.ReadAllText(scheme).Should().Contain("\"$schema\": \"partyrules-scheme.schema.json\"");
        File.ReadAllText(Path.Combine(output, "partyrules-scheme.schema.json")).Should().Be(ToolRun.Of("schemes", "schema").Output);
        File.ReadAllText(Path.Combine(output, "partyrules-cases.schema.json")).Should().Be(ToolRun.Of("schemes", "schema", "cases").Output);
    }

    [Fact]
    public void NothingIsEverOverwritten()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(Path.Combine(folder, "data", "entries.csv"), "mine");

        var run = ToolRun.Of("new", "scheme", "--id", "our-town", "--name", "本镇积分", "--out", folder, "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Should().Contain("entries.csv: This exists already, and is never overwritten.");
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Should().ContainSingle();
        File.ReadAllText(Path.Combine(folder, "data", "entries.csv")).Should().Be("mine");
    }

    [Theory]
    [InlineData(2, "--id is needed", "--name", "本镇积分")]
    [InlineData(2, "--name is needed", "--id", "our-town")]
    [InlineData(1, "--id: 'fengxian' is a built-in scheme", "--id", "fengxian", "--name", "本镇积分")]
    [InlineData(1, "--id: '本镇' is not a valid identifier", "--id", "本镇", "--name", "本镇积分")]
    [InlineData(1, "--name: The text is empty", "--id", "our-town", "--name", " ")]
    public void WhatIsMissingOrWrongIsNamed(int status, string says, params string[] arguments)
    {
        var run = ToolRun.Of(["new", "scheme", .. arguments, "--out", Path.Combine(folder, "own"), "--lang", "en"]);

        run.Status.Should().Be(status);
        run.Error.Should().Contain(says);
        Directory.Exists(Path.Combine(folder, "own")).Should().BeFalse();
    }

    [Fact]
    public void AFileThatIsNotThereIsNotTakenForABuiltInScheme() =>
        ToolRun.Of("verify", Path.Combine(folder, "absent.json"), "--lang", "en").Error
            .Should().Contain("absent.json: There is no such file.");

    [Fact]
    public void AFileOfCasesIsNotTakenForAScheme()
    {
        ToolRun.Of("new", "scheme", "--id", "our-town", "--name", "本镇积分", "--out", folder).Status.Should().Be(0);

        var run = ToolRun.Of("verify", Path.Combine(folder, "cases", "our-town.json"), "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Should().Contain("This file holds cases. Verify the scheme they belong to; its cases run with it.");
    }
}
