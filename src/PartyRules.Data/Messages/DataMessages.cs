using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Messages;

/// <summary>What is said about data sets, in both languages.</summary>
internal static class DataMessages
{
    private static readonly MessageCatalog Catalog =
        new("PartyRules.Data.Resources.DataProblems", typeof(DataMessages).Assembly);

    private static readonly MessageCatalog Notices =
        new("PartyRules.Data.Resources.DataNotices", typeof(DataMessages).Assembly);

    /// <summary>A problem; its code is the key of its message.</summary>
    public static Problem Problem(string code, SourceLocation location, params object?[] arguments) =>
        Catalog.Problem(code, location, arguments);

    /// <summary>The nearest valid word, or the valid ones.</summary>
    public static LocalText Hint(string word, WordTable valid) => Catalog.Hint(word, valid);

    /// <summary>A part of a message.</summary>
    public static LocalText Format(string key, params object?[] arguments) => Catalog.Format(key, arguments);

    /// <summary>The nearest valid word, or the valid ones.</summary>
    public static LocalText Hint(string word, IReadOnlyCollection<string> valid) => Catalog.Hint(word, valid);

    /// <summary>A notice; its code is the key of its message.</summary>
    public static DataNotice Notice(string code, SourceLocation location, params object?[] arguments) =>
        new(code, location, Notices.Quote(code, arguments));

    /// <summary>Parts of a message, one after the other.</summary>
    public static LocalText Listed(IReadOnlyCollection<LocalText> parts) => new(
        string.Join('，', parts.Select(part => part.Chinese)), string.Join(", ", parts.Select(part => part.English)));

    /// <summary>A part of a notice.</summary>
    public static LocalText OfNotice(string key, params object?[] arguments) => Notices.Quote(key, arguments);
}
