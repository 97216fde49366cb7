using System.Collections;
using System.Globalization;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// Facts and collections as text that shows all that has a meaning and nothing more: elements of an unordered collection are sorted by
/// their text, and an ordered one shows the keys by which it is ordered, because those that compare equal have no stated order.
/// </summary>
public static class Render
{
    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable elements => Keyed(value, elements),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string InOrder<T>(IEnumerable<T> elements, params Func<T, string>[] keys) =>
        $"[{string.Join(", ", elements.Select(element => string.Join('/', keys.Select(key => key(element)))))}]";

    public static string Join(params object?[] values) => string.Join(" | ", values.Select(Value));

    private static string Keyed(object value, IEnumerable elements)
    {
        var texts = elements.Cast<object?>().Select(Value).Order(StringComparer.Ordinal);
        var key = value.GetType().GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IGrouping<,>))?.GetProperty("Key");
        return $"{(key is null ? "" : Value(key.GetValue(value)) + ": ")}{{{string.Join(", ", texts)}}}";
    }
}
