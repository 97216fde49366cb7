using System.Reflection;
using PartyRules.Tests.Shared;

namespace PartyRules.Hosting.Tests;

public sealed class BothLanguages
{
    private static readonly Assembly Own = typeof(PartyRulesSettings).Assembly;

    public static TheoryData<string> Names => TextsInBothLanguages.Of(Own);

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTextExistsInBothLanguagesWithTheSamePlaces(string name) => TextsInBothLanguages.ShouldBeTheSame(Own, name);
}
