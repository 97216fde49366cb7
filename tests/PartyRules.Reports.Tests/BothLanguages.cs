using System.Reflection;
using PartyRules.Tests.Shared;

namespace PartyRules.Reports.Tests;

public sealed class BothLanguages
{
    private static readonly Assembly Own = typeof(Report).Assembly;

    public static TheoryData<string> Names => TextsInBothLanguages.Of(Own);

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTextExistsInBothLanguagesWithTheSamePlaces(string name) =>
        TextsInBothLanguages.ShouldBeTheSame(Own, name, except: "date");

    [Theory]
    [MemberData(nameof(Names))]
    public void NoEnglishTextHoldsAChineseSign(string name) => TextsInBothLanguages.Texts(Own, name)
        .Should().AllSatisfy(text => text.Value.Should().NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}", text.Key));
}
