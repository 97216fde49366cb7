using PartyRules.Reading;

namespace PartyRules.Verification.Tests;

/// <summary>
/// What is found of the built-in schemes, approved by a person: what is refuted stands in their sources, or is worth showing.
/// </summary>
public sealed class ApprovedFindings
{
    public static TheoryData<string> BuiltIn => [.. BuiltInSchemes.Ids];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void NoBuiltInSchemeHasAnError(string id) => SchemeVerifier.Verify(BuiltInSchemes.Get(id)).HasErrors.Should().BeFalse();

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.ChineseSimplified)]
    public void OfTheBuiltInSchemesAreTheApprovedOnes(Language language)
    {
        using var told = new StringWriter { NewLine = "\n" };
        foreach (var id in BuiltInSchemes.Ids)
            SchemeVerifier.Verify(BuiltInSchemes.Get(id)).WriteText(told, language);
        Compare($"built-in.{language.Code()}.txt", told.ToString());
    }

    [Fact]
    public void AsJsonAreTheApprovedOnes()
    {
        using var written = new MemoryStream();
        SchemeVerifier.Verify(Invented.With(("grades.bands.0.from", "150"))).WriteJson(written);
        Compare("unreachable.json", System.Text.Encoding.UTF8.GetString(written.ToArray()));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.ChineseSimplified)]
    public void AsSarifAreTheApprovedOnes(Language language)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "scheme.json");
            File.WriteAllText(file, Invented.TextWith(("grades.bands.0.from", "150")));
            using var written = new MemoryStream();
            SchemeVerifier.VerifyFile(file).WriteSarif(written, language);
            var text = System.Text.Encoding.UTF8.GetString(written.ToArray());
            Compare($"unreachable.{language.Code()}.sarif", text.Replace(folder.FullName, "folder", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Compares with the approved text; to approve what is told now, run the tests with PARTYRULES_APPROVE=1, and read the texts.
    /// </summary>
    private static void Compare(string name, string told)
    {
        var file = Path.Combine(Repository.Root, "tests", "PartyRules.Verification.Tests", "approved", name);
        if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
            File.WriteAllText(file, told);
        told.Should().Be(File.ReadAllText(file));
    }
}
