using System.Globalization;
using PartyRules.Engine.Fluent;

namespace PartyRules.Diagnostics;

/// <summary>Where in an input something is wrong. Parts that are unknown are null.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
public sealed class SourceLocation : IEquatable<SourceLocation>
{
    /// <summary>Makes a location.</summary>
    /// <param name="file">The file's name as the user gave it.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column in characters, from 1; for tables the first character of the field.</param>
    /// <param name="path">A JSON path such as <c>$.grades.bands[0].from</c>, or a table's column name.</param>
    public SourceLocation(string? file = null, int? line = null, int? column = null, string? path = null) =>
        (File, Line, Column, Path) = (file, line, column, path);

    /// <summary>The file's name as the user gave it; null where there is no file.</summary>
    public string? File { get; }

    /// <summary>The line, from 1; null where it is unknown.</summary>
    public int? Line { get; }

    /// <summary>The column in characters, from 1; for tables the first character of the field; null where it is unknown.</summary>
    public int? Column { get; }

    /// <summary>A JSON path such as <c>$.grades.bands[0].from</c>, or a table's column name; null for neither.</summary>
    public string? Path { get; }

    /// <summary>Whether another location is the same in every part.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(SourceLocation? other) =>
        other is not null && File == other.File && Line == other.Line && Column == other.Column && Path == other.Path;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceLocation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(File, Line, Column, Path);

    /// <summary>The parts that are known, as editors understand them: <c>entries.csv:12:5</c>, then the path in brackets.</summary>
    public override string ToString()
    {
        var parts = new[] { File, Line?.ToString(CultureInfo.InvariantCulture), Column?.ToString(CultureInfo.InvariantCulture) };
        var place = string.Join(':', parts.Where(part => part is not null));
        return Path is null ? place : place.Length == 0 ? Path : $"{place} [{Path}]";
    }
}

/// <summary>One thing that is wrong with an input: where it is, what it is, and what to do about it.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
public sealed class Problem : IEquatable<Problem>
{
    /// <summary>Makes a problem.</summary>
    /// <param name="code">The stable code of the mistake.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="message">What is wrong and what to do, in both languages, without the location.</param>
    public Problem(string code, SourceLocation location, LocalText message) => (Code, Location, Message) = (code, location, message);

    /// <summary>The stable code of the mistake, such as <c>data.unknown-item</c>; also the key of its message.</summary>
    public string Code { get; }

    /// <summary>Where it is.</summary>
    public SourceLocation Location { get; }

    /// <summary>What is wrong and what to do, in both languages, without the location.</summary>
    public LocalText Message { get; }

    /// <summary>
    /// How many problems of its kind it stands for, where many are told as one; 1 by default, 0 for a remark on the others.
    /// </summary>
    public long Occurrences { get; private init; } = 1;

    /// <summary>The same problem, told once for many.</summary>
    /// <param name="occurrences">How many problems of its kind it stands for, from 0.</param>
    public Problem Times(long occurrences) => new(Code, Location, Message) { Occurrences = occurrences };

    /// <summary>The same problem at another place, for whoever knows the place better.</summary>
    /// <param name="location">Where it is.</param>
    public Problem At(SourceLocation location) => new(Code, location, Message) { Occurrences = Occurrences };

    /// <summary>One line for people: the place, then the message.</summary>
    /// <param name="language">The language.</param>
    public string ToText(Language language)
    {
        var place = Location.ToString();
        return place.Length == 0 ? Message.In(language) : $"{place}: {Message.In(language)}";
    }

    /// <summary>Whether another problem is the same in code, place and message.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Problem? other) =>
        other is not null && Code == other.Code && Location.Equals(other.Location) && Message == other.Message;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Problem);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Location, Message);

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
