using System.Reflection;
using PartyRules.Tests.Shared;

namespace PartyRules.AspNetCore.Tests;

public sealed class BothLanguages
{
    private static readonly Assembly Own = typeof(PartyRulesEndpointOptions).Assembly;

    public static TheoryData<string> Names => TextsInBothLanguages.Of(Own);

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTextExistsInBothLanguagesWithTheSamePlaces(string name) => TextsInBothLanguages.ShouldBeTheSame(Own, name);
}
