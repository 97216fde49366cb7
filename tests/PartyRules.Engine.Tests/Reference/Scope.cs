using System.Linq.Expressions;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>What a random rule may refer to at one place: named facts, and expressions over all names by their type.</summary>
internal sealed class Scope
{
    private readonly List<Expression> expressions = [];
    private readonly List<Expression> texts = [];
    private readonly List<ParameterExpression> facts = [];
    private readonly List<(ParameterExpression Name, Type Element)> collections = [];

    public IReadOnlyList<ParameterExpression> Facts => facts;

    /// <summary>Names of collections, and the type of their elements.</summary>
    public IReadOnlyList<(ParameterExpression Name, Type Element)> Collections => collections;

    /// <summary>Expressions that show what was matched.</summary>
    public IReadOnlyList<Expression> Texts => texts;

    public static Scope Of(ParameterExpression fact)
    {
        var scope = new Scope();
        scope.AddFact(fact);
        return scope;
    }

    public Scope Copy()
    {
        var copy = new Scope();
        copy.expressions.AddRange(expressions);
        copy.texts.AddRange(texts);
        copy.facts.AddRange(facts);
        copy.collections.AddRange(collections);
        return copy;
    }

    public List<Expression> OfType(Type type) => expressions.FindAll(expression => expression.Type == type);

    public void AddFact(ParameterExpression fact)
    {
        facts.Add(fact);
        foreach (var property in fact.Type.GetProperties()
            .Where(property => property.Name is not (nameof(Note.Text) or "EqualityContract")))
            expressions.Add(Expression.Property(fact, property));
        if (fact.Type != typeof(Note))
            texts.Add(fact);
    }

    public void AddValue(Expression value, bool isText = true)
    {
        expressions.Add(value);
        if (isText)
            texts.Add(value);
    }

    public void AddCollection(ParameterExpression name, Type element) => collections.Add((name, element));

    public void AddText(Expression text) => texts.Add(text);
}
