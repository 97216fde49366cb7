using PartyRules.Engine.Fluent;

namespace PartyRules.Diagnostics;

/// <summary>Where in an input something is wrong. Parts that are unknown are null.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="File">The file's name as the user gave it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1; for tables the first character of the field.</param>
/// <param name="Path">A JSON path such as <c>$.grades.bands[0].from</c>, or a table's column name.</param>
public sealed record SourceLocation(string? File = null, int? Line = null, int? Column = null, string? Path = null)
{
    /// <summary>The parts that are known, as editors understand them: <c>entries.csv:12:5</c>, then the path in brackets.</summary>
    public override string ToString()
    {
        var place = string.Join(':', new[] { File, Line?.ToString(System.Globalization.CultureInfo.InvariantCulture), Column?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(part => part is not null));
        return Path is null ? place : place.Length == 0 ? Path : $"{place} [{Path}]";
    }
}

/// <summary>One thing that is wrong with an input: where it is, what it is, and what to do about it.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Code">The stable code of the mistake, such as <c>data.unknown-item</c>; also the key of its message.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Message">What is wrong and what to do, in both languages, without the location.</param>
public sealed record Problem(string Code, SourceLocation Location, LocalText Message)
{
    /// <summary>One line for people: the place, then the message.</summary>
    /// <param name="language">The language.</param>
    public string ToText(Language language)
    {
        var place = Location.ToString();
        return place.Length == 0 ? Message.In(language) : $"{place}: {Message.In(language)}";
    }

    /// <summary>The line in English.</summary>
    public override string ToString() => ToText(Language.English);
}

/// <summary>An input was refused. Carries every problem that was found, not only the first.</summary>
/// <remarks>What is wrong stands in its problems; the message lists them, for logs.</remarks>
public sealed class ProblemException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">What is wrong; at least one.</param>
    public ProblemException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Makes the exception for one problem.</summary>
    /// <param name="problem">What is wrong.</param>
    public ProblemException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>What is wrong, in the order of the input.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
