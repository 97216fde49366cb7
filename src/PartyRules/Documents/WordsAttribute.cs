using System.Reflection;
using System.Text.Json.Serialization;
using PartyRules.Engine.Fluent;

namespace PartyRules.Documents;

/// <summary>
/// The words that a text may be: those of an enum's members, which say them once for JSON, readers, JSON Schemas and pages.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsAttribute(Type type, params string[] further) : Attribute
{
    /// <summary>The enum, whose members carry <see cref="JsonStringEnumMemberNameAttribute"/>.</summary>
    public Type Type { get; } = type;

    /// <summary>Words that stand beside those of the enum.</summary>
    public IReadOnlyList<string> Further { get; } = further;

    /// <summary>The words, in the order of the members, and then those that stand beside them.</summary>
    public IReadOnlyList<string> Words => [.. EnumWords.Of(Type).Select(word => word.Word), .. Further];
}

/// <summary>The words by which documents call the members of enums.</summary>
internal static class EnumWords
{
    /// <summary>The words of an enum with its members, in their order.</summary>
    public static IEnumerable<(string Word, object Member)> Of(Type type) =>
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        let word = field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        where word is not null
        select (word, field.GetValue(null)!);
}

/// <summary>The words by which documents call the members of an enum.</summary>
internal static class EnumWords<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>The members by word; asked so seldom that freezing them would cost more than it saves.</summary>
    public static IReadOnlyDictionary<string, TEnum> Members { get; } =
        EnumWords.Of(typeof(TEnum)).ToDictionary(word => word.Word, word => (TEnum)word.Member, StringComparer.Ordinal);
}
