using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Reading.Tree;

/// <summary>Keeps the list of problems readable: a document may hold more mistakes than anybody could read.</summary>
internal static class ManyProblems
{
    private const int Most = 1000;

    /// <summary>Whether enough problems were found: looking for more helps nobody.</summary>
    public static bool AreTooMany(this List<Problem> problems) => problems.Count >= Most;

    /// <summary>The problems by file, in the order of the text; where there are too many, with a last one that says so.</summary>
    public static IReadOnlyList<Problem> InOrder(this List<Problem> problems)
    {
        var files = problems.Select(problem => problem.Location.File).Distinct().ToList();
        IEnumerable<Problem> ordered = problems.OrderBy(problem => files.IndexOf(problem.Location.File))
            .ThenBy(problem => problem.Location.Line)
            .ThenBy(problem => problem.Location.Column);
        if (problems.AreTooMany())
            ordered = ordered.Take(Most).Append(SchemeMessages.Catalog.Problem("scheme.more", new SourceLocation(files[0]), Most));
        return [.. ordered];
    }
}
