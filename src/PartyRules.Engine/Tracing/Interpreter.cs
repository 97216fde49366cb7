using System.Linq.Expressions;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Tracing;

/// <summary>Evaluates pieces of a rule's expressions over values by name. Each is made ready once, and interpreted: most run a few times
/// only, so that making machine code would cost more than it saves.</summary>
internal sealed class Interpreter
{
    private readonly Dictionary<ParameterExpression, int> slots = [];
    private readonly Dictionary<Expression, Func<Slots, object?>> ready = [];
    private readonly Slots values = new();

    public void Set(ParameterExpression name, object? value)
    {
        var slot = SlotOf(name);
        (values.Items[slot], values.Known[slot]) = (value, true);
    }

    public void Unset(ParameterExpression name) => values.Known[SlotOf(name)] = false;

    public bool Knows(Expression expression) =>
        Expressions.FreeVariables(expression).All(name => slots.TryGetValue(name, out var slot) && values.Known[slot]);

    public object? Evaluate(Expression expression)
    {
        if (!ready.TryGetValue(expression, out var piece))
            ready.Add(expression, piece = Prepare(expression));
        return piece(values);
    }

    private Func<Slots, object?> Prepare(Expression expression)
    {
        var parameter = Expression.Parameter(typeof(Slots), "values");
        var body = new FromSlots(this, parameter).Visit(expression);
        return Expression.Lambda<Func<Slots, object?>>(Expression.Convert(body, typeof(object)), parameter)
            .Compile(preferInterpretation: true);
    }

    private int SlotOf(ParameterExpression name)
    {
        if (slots.TryGetValue(name, out var slot))
            return slot;
        slot = slots.Count;
        slots.Add(name, slot);
        values.Items.Add(null);
        values.Known.Add(false);
        return slot;
    }

    private sealed class Slots
    {
        public List<object?> Items { get; } = [];

        public List<bool> Known { get; } = [];
    }

    /// <summary>Names that lambdas within the expression declare stay theirs.</summary>
    private sealed class FromSlots(Interpreter interpreter, ParameterExpression values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => interpreter.slots.TryGetValue(node, out var slot)
            ? Expression.Convert(
                Expression.Property(Expression.Property(values, nameof(Slots.Items)), "Item", Expression.Constant(slot)), node.Type)
            : node;
    }
}
