using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Clauses.Notices;

/// <summary>How long results are put up, and what a notice shows of those it names.</summary>
public sealed class ResultsPutUpForObjections
{
    [Theory]
    [InlineData(1)]
    [InlineData(366)]
    public void ANoticeIsUpForADayToAYear(int days) => Notice("masked", days).ObjectionDays.Should().Be(days);

    [Theory]
    [InlineData(0)]
    [InlineData(367)]
    [InlineData(-5)]
    public void OtherwiseTheSchemeIsRefused(int days)
    {
        var problem = Problems(Section("masked", $"{days}")).Should().ContainSingle().Which;

        (problem.Code, problem.Location.Path).Should().Be(("scheme.objection-days", "$.notice.objectionDays"));
        problem.Message.English.Should().Be($"'objectionDays' is {days}. Give a number of calendar days from 1 to 366.");
        problem.Message.Chinese.Should().Contain($"{days}").And.Contain("366");
    }

    [Fact]
    public void TheDaysMustBeStated() =>
        Problems(Section("masked", "5").Replace("\"objectionDays\": 5, ", ""))
            .Should().ContainSingle(problem => problem.Code == "scheme.missing-key" && problem.Location.Path == "$.notice");

    [Fact]
    public void AnUnknownWordForNamesIsAnsweredWithTheNearest() =>
        Problems(Section("mask", "5"))
            .Should().ContainSingle(problem => problem.Code == "scheme.unknown-word" && problem.Location.Path == "$.notice.names")
            .Which.Message.English.Should().Contain("Did you mean 'masked'?");

    [Theory]
    [InlineData(1, "2027-01-04", "2027-01-04")]
    [InlineData(5, "2027-01-04", "2027-01-08")]
    [InlineData(5, "2027-02-26", "2027-03-02")]
    [InlineData(5, "2028-02-26", "2028-03-01")]
    [InlineData(5, "2026-12-29", "2027-01-02")]
    [InlineData(366, "2028-01-01", "2028-12-31")]
    public void TheFirstAndTheLastDayBothCount(int days, string first, string last) =>
        Notice("masked", days).LastDay(DateOnly.ParseExact(first, "O")).Should().Be(DateOnly.ParseExact(last, "O"));

    [Theory]
    [InlineData("王明", "王*")]
    [InlineData("欧阳小明", "欧***")]
    [InlineData("明", "*")]
    [InlineData("", "")]
    [InlineData("Anna Maria Smith", "A*** M**** S****")]
    [InlineData("O. Li", "O* L*")]
    [InlineData("  王  明 ", "  *  * ")]
    [InlineData("𠮷野", "𠮷*")]
    [InlineData("👨‍👩‍👧‍👦x", "👨‍👩‍👧‍👦*")]
    public void AMaskKeepsTheFirstCharacterOfEachWord(string name, string shown) =>
        Notice("masked").NameOf(Member("m1", name)).Should().Be(shown);

    [Theory]
    [InlineData("m0000154", "****0154")]
    [InlineData("12345", "*2345")]
    [InlineData("1234", "****")]
    [InlineData("1", "*")]
    public void AMaskKeepsTheLastFourOfALongerIdentifier(string id, string shown) =>
        Notice("masked").IdOf(Member(id, "王明")).Should().Be(shown);

    [Theory]
    [InlineData("full", "王明", "m0000154")]
    [InlineData("id", "", "m0000154")]
    public void AFullNoticeShowsNameAndIdentifierAndAnotherTheIdentifierAlone(string names, string name, string id)
    {
        var (notice, member) = (Notice(names), Member("m0000154", "王明"));

        (notice.NameOf(member), notice.IdOf(member)).Should().Be((name, id));
    }

    [Fact]
    public void ASchemeThatDoesNotSayPutsNothingUp() => Scheme($$""" "components": [{{Component(Only("a"))}}]""").Notice.Should().BeNull();

    private static NoticeClause Notice(string names, int days = 5) => Scheme(Section(names, $"{days}")).Notice!;

    private static string Section(string names, string days) =>
        $$"""
        "components": [{{Component(Only("a"))}}],
        "notice": {"names": "{{names}}", "objectionDays": {{days}}, "objections": @T, "cites": @C}
        """;

    private static Subject Member(string id, string name) => new() { Id = id, Name = name, Kind = "member" };
}
