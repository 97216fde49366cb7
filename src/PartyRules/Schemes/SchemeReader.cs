namespace PartyRules.Schemes;

/// <summary>Reads and checks schemes.</summary>
public static class SchemeReader
{
    /// <summary>Reads a scheme from UTF-8 JSON.</summary>
    public static Scheme Read(ReadOnlyMemory<byte> utf8, string fileName) => throw new NotImplementedException();
}
