using System.Collections.ObjectModel;
using PartyRules.Schemes;

namespace PartyRules.Data.Columns;

/// <summary>The row of the table <c>subjects</c>: the one description that its readers and writers share.</summary>
internal static class SubjectColumns
{
    public static Column<Subject> Id { get; } = new("id", ValueKind.Identity, subject => Cell.Of(subject.Id)) { IsUnique = true };

    public static Column<Subject> Name { get; } = new("name", ValueKind.Text, subject => Cell.Of(subject.Name));

    public static Column<Subject> Kind { get; } =
        new("kind", ValueKind.Identity, subject => Cell.Of(subject.Kind)) { Words = words => words.Kinds };

    public static Column<Subject> Parent { get; } = new("parent", ValueKind.Identity, subject => Cell.Of(subject.Parent));

    public static Column<Subject> Category { get; } =
        new("category", ValueKind.Identity, subject => Cell.Of(subject.Category)) { Words = words => words.Categories };

    public static Column<Subject> Employment { get; } =
        new("employment", ValueKind.Identity, subject => Cell.Of(subject.Employment)) { Words = words => words.Employments };

    public static Column<Subject> PreviousGrade { get; } =
        new("previousGrade", ValueKind.Identity, subject => Cell.Of(subject.PreviousGrade)) { Words = words => words.Grades };

    /// <summary>The standard ones, in the order in which they are written.</summary>
    public static IReadOnlyList<Column<Subject>> All { get; } = [Id, Name, Kind, Parent, Category, Employment, PreviousGrade];

    /// <summary>The column of an attribute.</summary>
    public static Column<Subject> Attribute(string name, bool isUsed = true) =>
        new(name, ValueKind.Identity, subject => Cell.Of(subject.Attributes.GetValueOrDefault(name, ""))) { IsUsed = isUsed };

    /// <summary>The names of those of which one must say who a subject is.</summary>
    public static IReadOnlyList<string> Person { get; } = [Id.Name, Name.Name];

    /// <summary>The names of those that a scheme's subjects cannot do without.</summary>
    public static IReadOnlyList<string> RequiredBy(Scheme scheme)
    {
        List<string> required = [Kind.Name];
        if (scheme.Categories.Count > 0)
            required.Add(Category.Name);
        if (scheme.Employments.Count > 0)
            required.Add(Employment.Name);
        return required;
    }

    /// <summary>The subject of a row.</summary>
    public static Subject Make(ICells row, IReadOnlyList<Column<Subject>> attributes) => new()
    {
        Id = row[Id].Text,
        Name = row[Name].Text,
        Kind = row[Kind].Text,
        Parent = row[Parent].Text,
        Category = row[Category].Text,
        Employment = row[Employment].Text,
        PreviousGrade = row[PreviousGrade].Text,
        Attributes = attributes.Count == 0
            ? ReadOnlyDictionary<string, string>.Empty
            : attributes.ToDictionary(attribute => attribute.Name, attribute => row[attribute].Text, StringComparer.Ordinal),
    };
}
