namespace PartyRules.NRules.Tests;

/// <summary>Data of tests that hold for both kinds of session.</summary>
internal static class BothModes
{
    public static TheoryData<string, SessionMode> Of(IEnumerable<string> names)
    {
        var data = new TheoryData<string, SessionMode>();
        foreach (var name in names)
        {
            data.Add(name, SessionMode.Open);
            data.Add(name, SessionMode.Sealed);
        }

        return data;
    }
}
