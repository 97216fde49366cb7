using System.Globalization;
using PartyRules.Diagnostics;

namespace PartyRules.Schemes;

/// <summary>Picks the version of a scheme that is in force on a date.</summary>
/// <remarks>Thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/versions.md">The kind of clause, its keys and how it is evaluated</seealso>
public static class SchemeVersions
{
    /// <summary>The version in force. That none is, is an error of its own: it never looks like having scored nothing.</summary>
    /// <param name="versions">Versions of one or several schemes, in any order.</param>
    /// <param name="id">The scheme's identifier.</param>
    /// <param name="date">The date.</param>
    /// <exception cref="ProblemException">No version, or more than one, is in force on the date; the problem lists them.</exception>
    public static Scheme InForce(IEnumerable<Scheme> versions, string id, DateOnly date)
    {
        var known = versions.Where(scheme => scheme.Id == id).OrderBy(scheme => scheme.EffectiveFrom).ThenBy(scheme => scheme.Version, StringComparer.Ordinal).ToList();
        var inForce = known.FindAll(scheme => scheme.IsInForce(date));
        if (inForce.Count == 1)
            return inForce[0];
        throw new ProblemException(inForce.Count == 0
            ? NoneInForce(known, id, date)
            : SchemeReader.Messages.Problem("scheme.several-in-force", new SourceLocation(), id, Text(date), string.Join(", ", inForce.Select(scheme => scheme.Version))));
    }

    internal static Problem NoneInForce(IEnumerable<Scheme> known, string id, DateOnly date) =>
        SchemeReader.Messages.Problem("scheme.none-in-force", new SourceLocation(), id, Text(date), string.Join(", ", known.Select(Dates)));

    private static string Dates(Scheme scheme) => $"{scheme.Version} ({Text(scheme.EffectiveFrom)} - {(scheme.EffectiveTo is { } to ? Text(to) : "")})";

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
