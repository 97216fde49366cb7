using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Versions;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Tree;

namespace PartyRules.Reading.Shape;

/// <summary>Checks that a document has the shape of the document model, and reports everything that has not.</summary>
internal sealed class ShapeChecker(JsonTree tree, List<Problem> problems, JsonSerializerOptions options)
{
    private const string When = "when";

    /// <summary>How many letters a short form of a key has at least.</summary>
    private const int LeastOfShort = 3;

    /// <summary>Whether numbers of the document may be stated by days.</summary>
    private readonly bool mayBeDated = options.TryGetTypeInfo(typeof(DatedAmountDocument), out _);

    /// <summary>Checks a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="type">The type of the document model.</param>
    public void Check(JsonNodeAt node, Type type) => Check(node, type, isFixed: false);

    private void Check(JsonNodeAt node, Type type, bool isFixed)
    {
        if (problems.AreTooMany())
            return;
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        var info = options.GetTypeInfo(actual);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(node, info);
                break;
            case JsonTypeInfoKind.Enumerable when Is(node, JsonTokenType.StartArray, "kind.list"):
                foreach (var item in node.Items)
                    Check(item, info.ElementType!, isFixed);
                break;
            case JsonTypeInfoKind.Dictionary when Is(node, JsonTokenType.StartObject, "kind.object"):
                foreach (var (_, _, value) in node.Properties)
                    Check(value, info.ElementType!, isFixed);
                break;
            case JsonTypeInfoKind.None when mayBeDated && !isFixed && IsNumber(actual) && node.Kind == JsonTokenType.StartArray:
                CheckRows(node, actual);
                break;
            case JsonTypeInfoKind.None:
                CheckValue(node, actual);
                break;
        }
    }

    private void CheckObject(JsonNodeAt node, JsonTypeInfo info)
    {
        if (!Is(node, JsonTokenType.StartObject, "kind.object"))
            return;
        var isFixed = info.Type.IsDefined(typeof(FixedNumbersAttribute));
        var known = info.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        var present = node.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var absent = known.Keys.Where(key => !present.Contains(key)).ToList();
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, offset, value) in node.Properties)
        {
            if (problems.AreTooMany())
                return;
            if (!known.TryGetValue(name, out var property))
            {
                var nearest = NearestKey(name, absent);
                meant.Add(nearest ?? "");
                problems.Add(SchemeMessages.Catalog.Problem(
                    "scheme.unknown-key",
                    tree.LocationOf(offset, node.Path),
                    name,
                    nearest is null ? SchemeMessages.Catalog.Hint(name, known.Keys) : SchemeMessages.Catalog.Hint(nearest, [nearest])));
            }
            else if (value.Kind != JsonTokenType.Null)
            {
                Check(value, property.PropertyType, isFixed);
            }
            else if (!property.IsSetNullable)
            {
                problems.Add(SchemeMessages.Catalog.Problem("scheme.null", tree.At(value.Path), name));
            }
        }

        // A text in one language suffices.
        if (info.Type == typeof(LocalText))
        {
            if (!present.Overlaps(known.Keys) && meant.Count == 0)
                problems.Add(SchemeMessages.Catalog.Problem("scheme.no-text", tree.At(node.Path)));
            return;
        }

        // A key that is there under a misspelt name is one mistake, not two.
        var required = info.Properties.Where(property => property.IsRequired);
        foreach (var missing in required.Where(property => !present.Contains(property.Name) && !meant.Contains(property.Name)))
            problems.Add(SchemeMessages.Catalog.Problem(
                "scheme.missing-key", tree.At(node.Path), missing.Name, JsonSchemaWriter.Describe(info.Type, missing.Name)));
    }

    /// <summary>
    /// The key that was probably meant: one that is spelt nearly so, or else the one that is short for what was written, or the other way
    /// round; null for none.
    /// </summary>
    private static string? NearestKey(string name, IReadOnlyCollection<string> keys)
    {
        if (NearestWord.Find(name, keys) is { } near)
            return near;
        return keys.Where(key => IsShortFor(key, name) || IsShortFor(name, key)).ToList() is [var only] ? only : null;
    }

    private static bool IsShortFor(string key, string word) =>
        key.Length >= LeastOfShort && word.StartsWith(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a type is that of amounts.</summary>
    public static bool IsNumber(Type type) => type == typeof(Points) || type == typeof(int) || type == typeof(StatedAmount);

    /// <summary>The rows of an amount of a type: by days, and, where that is possible, by cases.</summary>
    public static Type RowsOf(Type type) => type == typeof(StatedAmount) ? typeof(AmountCaseDocument) : typeof(DatedAmountDocument);

    /// <summary>Checks an amount that is stated in rows.</summary>
    private void CheckRows(JsonNodeAt node, Type type)
    {
        if (node.Items.Count == 0)
            problems.Add(SchemeMessages.Catalog.Problem("scheme.empty-list", tree.At(node.Path)));
        foreach (var row in node.Items)
        {
            if (type != typeof(StatedAmount) && row.Properties.Exists(property => property.Name == When))
                problems.Add(SchemeMessages.Catalog.Problem("scheme.amount-for-all", tree.At($"{row.Path}.{When}")));
            else
                Check(row, RowsOf(type));
            foreach (var (_, _, value) in row.Properties.Where(property => type == typeof(int) && property.Name == "is"))
                CheckValue(value, type);
        }
    }

    private void CheckValue(JsonNodeAt node, Type type)
    {
        if (type == typeof(bool))
        {
            if (node.Kind is not (JsonTokenType.True or JsonTokenType.False))
                Wrong(node, "kind.boolean");
        }
        else if (type == typeof(string))
        {
            if (Is(node, JsonTokenType.String, "kind.text") && string.IsNullOrWhiteSpace(node.Text))
                problems.Add(SchemeMessages.Catalog.Problem("scheme.empty-text", tree.At(node.Path)));
        }
        else if (type == typeof(DateOnly))
        {
            if (node.Kind != JsonTokenType.String || !IsDate(node.Text))
                Wrong(node, "kind.date");
        }
        else if (type == typeof(int))
        {
            if (node.Kind != JsonTokenType.Number || !IsWhole(node.Text))
                Wrong(node, "kind.whole-number");
        }
        else if (node.Kind != JsonTokenType.Number || !PointsNumber.TryRead(node.Text, out _))
        {
            Wrong(node, "kind.number");
        }
    }

    private static bool IsDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsWhole(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private bool Is(JsonNodeAt node, JsonTokenType kind, string expected)
    {
        if (node.Kind == kind)
            return true;
        Wrong(node, expected);
        return false;
    }

    private void Wrong(JsonNodeAt node, string expected) => problems.Add(
        SchemeMessages.Catalog.Problem("scheme.wrong-kind", tree.At(node.Path), SchemeMessages.Catalog.Format(expected), node.Shown));
}
