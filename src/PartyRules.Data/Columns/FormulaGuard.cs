namespace PartyRules.Data.Columns;

/// <summary>
/// Keeps text from being run as a formula when a spreadsheet opens a table of text: an apostrophe goes in front, and off again when the
/// table is read.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>What such text begins with; and the apostrophe itself, so that one that was there before stays.</summary>
    private const string Starts = "=+-@\t\r\n'";

    /// <summary>Whether a text needs an apostrophe in front.</summary>
    public static bool IsNeeded(string text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal);

    /// <summary>The text with an apostrophe in front.</summary>
    public static string Guard(string text) => "'" + text;

    /// <summary>The text without the apostrophe that was put in front of it.</summary>
    public static string Unguard(string text) =>
        text.Length > 1 && text[0] == '\'' && Starts.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
}
