using PartyRules.Reports.Notices;
using PartyRules.Schemes;

namespace PartyRules.Reports.Tests;

/// <summary>What a notice shows of a name.</summary>
public sealed class NamesOnNotices
{
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
        NoticeNames.Masked.NameOf(Sample.Member("m1", name)).Should().Be(shown);

    [Theory]
    [InlineData("m0000154", "****0154")]
    [InlineData("12345", "*2345")]
    [InlineData("1234", "****")]
    [InlineData("1", "*")]
    public void AMaskKeepsTheLastFourOfALongerIdentifier(string id, string shown) =>
        NoticeNames.Masked.IdOf(Sample.Member(id)).Should().Be(shown);

    [Fact]
    public void AFullNoticeShowsNameAndIdentifierAndAnotherTheIdentifierAlone()
    {
        var member = Sample.Member("m0000154", "王明");

        (NoticeNames.Full.NameOf(member), NoticeNames.Full.IdOf(member)).Should().Be(("王明", "m0000154"));
        (NoticeNames.Id.NameOf(member), NoticeNames.Id.IdOf(member)).Should().Be(("", "m0000154"));
    }
}
