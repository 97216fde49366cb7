using NRules.RuleModel;

namespace PartyRules.NRules.Sessions;

/// <summary>Facts that NRules keeps as long as the match they are linked to.</summary>
internal static class Linked
{
    /// <summary>The first keys of linked facts, made once: NRules takes objects, and every match begins with the same ones.</summary>
    private static readonly object[] Keys = [.. Enumerable.Range(0, 256).Cast<object>()];

    /// <summary>
    /// Makes these the facts that are linked to a match: those that equal one of them stay, the rest is renewed, added and taken back.
    /// </summary>
    /// <param name="context">The match.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="taking">Told of each fact before the session has it; false where the session must not have the fact itself.</param>
    public static void Become(IContext context, IReadOnlyList<object> facts, Func<object, bool>? taking = null)
    {
        var (left, next) = Left(context);
        if (left is null)
        {
            InsertAll(context, facts, taking);
            return;
        }

        var added = new List<object>();
        foreach (var fact in facts)
        {
            var same = left.FindIndex(known => FactOf(known.Fact).Equals(fact));
            if (same >= 0)
                left.RemoveAt(same);
            else
                added.Add(fact);
        }

        foreach (var fact in added)
        {
            var alike = left.FindIndex(known => known.Fact.GetType() == fact.GetType());
            if (alike >= 0 && TryUpdate(context, left[alike].Key, fact, taking))
                left.RemoveAt(alike);
            else
                Insert(context, next++, fact, taking);
        }

        foreach (var (key, fact) in left)
            context.RetractLinked(key, fact);
    }

    /// <summary>The fact itself, where it was yielded again.</summary>
    public static object FactOf(object fact) => fact is Again again ? again.Fact : fact;

    private static object KeyOf(int number) => number < Keys.Length ? Keys[number] : number;

    /// <summary>The facts that are linked to a match; null for none; and the next free key.</summary>
    private static (List<(object Key, object Fact)>? Facts, int Next) Left(IContext context)
    {
        List<(object Key, object Fact)>? left = null;
        var next = 0;
        foreach (var key in context.GetLinkedKeys())
        {
            (left ??= []).Add((key, context.GetLinked(key)!));
            next = Math.Max(next, (int)key + 1);
        }

        return (left, next);
    }

    /// <summary>Inserts facts where none were before: together, because NRules then passes them on once.</summary>
    private static void InsertAll(IContext context, IReadOnlyList<object> facts, Func<object, bool>? taking)
    {
        if (facts.Count > 1
            && facts.All(fact => taking?.Invoke(fact) != false)
            && Try(() => context.InsertAllLinked(facts.Select((fact, key) => new KeyValuePair<object, object>(KeyOf(key), fact)))))
        {
            return;
        }

        for (var key = 0; key < facts.Count; key++)
            Insert(context, key, facts[key], taking);
    }

    private static void Insert(IContext context, int key, object fact, Func<object, bool>? taking)
    {
        if (taking?.Invoke(fact) != false && Try(() => context.InsertLinked(key, fact)))
            return;
        var again = new Again(fact);
        taking?.Invoke(again);
        context.InsertLinked(KeyOf(key), again);
    }

    private static bool TryUpdate(IContext context, object key, object fact, Func<object, bool>? taking) =>
        taking?.Invoke(fact) != false && Try(() => context.UpdateLinked(key, fact));

    /// <summary>Whether the session has a fact now; not where it has an equal one, which NRules refuses.</summary>
    private static bool Try(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
