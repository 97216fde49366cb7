using System.Collections.ObjectModel;

namespace PartyRules;

/// <summary>Who is assessed: a member, a branch, a household, a unit.</summary>
/// <remarks>
/// A fact for rules. Immutable and thread-safe. Two subjects are the same fact only if they are the same object; what makes a
/// subject unique within a data set is its <see cref="Id"/>.
/// </remarks>
public sealed class Subject
{
    /// <summary>The unique identifier within a data set; compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people; empty where none is given.</summary>
    public string Name { get; init; } = "";

    /// <summary>What kind of subject it is, as schemes name it: <c>member</c>, <c>branch</c>, <c>household</c>, <c>unit</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The identifier of what it belongs to, such as a member's branch; empty for none. It need not be a subject itself.</summary>
    public string Parent { get; init; } = "";

    /// <summary>The category by which a scheme picks items, such as <c>rural</c>; empty for none.</summary>
    public string Category { get; init; } = "";

    /// <summary>Whether the subject holds a post, such as <c>in-post</c> or <c>no-post</c>; empty where it does not matter.</summary>
    public string Employment { get; init; } = "";

    /// <summary>The grade of the previous cycle, as the scheme names its grades; empty for none.</summary>
    public string PreviousGrade { get; init; } = "";

    /// <summary>Further columns of the data set, by column name; empty for none.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The identifier and the name.</summary>
    public override string ToString() => Name.Length == 0 ? Id : $"{Id} {Name}";
}
