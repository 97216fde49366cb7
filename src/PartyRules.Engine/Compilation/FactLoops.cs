using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>What is done with each fact of a loop: it may use the fact's number in the trail, and leave the loop.</summary>
internal delegate Expression FactSink(ParameterExpression? id, LabelTarget stop);

/// <summary>Generates loops over the facts that a reading finds: by index where one pays, else by scan.</summary>
internal sealed class FactLoops(CodeScope scope, bool records, bool isRecursive)
{
    /// <summary>After so many scans it is asked again whether an index pays; a power of two.</summary>
    private const int ScansUntilAskedAgain = 16;
    private const int MostScansCounted = (1 << 30) - 1;
    private readonly Stack<Expression> lookups = new([Expression.Constant(1L)]);

    /// <summary>A loop over the facts that a reading finds.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="range">The positions that are meant.</param>
    /// <param name="sink">What is done with each fact.</param>
    /// <param name="leavesEarly">Whether the loop may be left at the first fact; then the others are not tested.</param>
    public Expression Over(FactReading reading, (Expression From, Expression Below) range, FactSink sink, bool leavesEarly = false)
    {
        var list = scope.List(reading.Fact.Type);
        var i = Expression.Variable(typeof(int), "i");
        var from = Expression.Variable(typeof(int), "from");
        var end = Expression.Variable(typeof(int), "end");
        var items = Expression.Variable(reading.Fact.Type.MakeArrayType(), "items");
        var id = records ? Expression.Variable(typeof(int), "id") : null;
        var done = Expression.Label("done");

        var isIndexed = reading.Joins.Count > 0;
        if (!isIndexed)
            lookups.Push(Expression.Multiply(lookups.Peek(), Expression.Convert(end, typeof(long))));
        var inner = sink(id, done);
        if (!isIndexed)
            lookups.Pop();

        if (id is not null)
            inner = Expression.Block(Expression.Assign(id, Expression.ArrayIndex(Expression.Field(list, nameof(FactList.Ids)), i)), inner);
        var filter = leavesEarly ? null : scope.MemoryPlan.FilterOf(reading);
        var conditions = filter is null ? reading.Conditions : [.. reading.Conditions.Skip(reading.OwnConditions.Count)];
        if (conditions.Count > 0)
            inner = Expression.IfThen(All(conditions), inner);
        inner = Expression.Block([reading.Fact], Expression.Assign(reading.Fact, Expression.ArrayIndex(items, i)), inner);

        Expression[] start =
        [
            Expression.Assign(items, Expression.Field(list, nameof(FactList<object>.Items))),
            Expression.Assign(from, range.From),
            Expression.Assign(end, range.Below),
        ];
        var loop = isIndexed ? ByIndex(reading, list, (i, from, end), inner, done)
            : filter is { } number ? ByFilter(reading, list, scope.Filter(number), (i, from, end), inner, done)
            : [Expression.Assign(i, from), Scan(i, end, inner, done)];
        var block = Expression.Block(id is null ? [i, from, end, items] : [i, from, end, items, id], [.. start, .. loop]);
        return reading.Guards.Count == 0 ? block : Expression.IfThen(All(reading.Guards), block);
    }

    private static LoopExpression Scan(Expression i, Expression end, Expression inner, LabelTarget done) =>
        Expression.Loop(
            Expression.Block(
                Expression.IfThen(Expression.GreaterThanOrEqual(i, end), Expression.Break(done)),
                inner,
                Expression.PreIncrementAssign(i)),
            done);

    /// <summary>Facts that were not tested before are tested first.</summary>
    private static Expression[] ByFilter(
        FactReading reading,
        ParameterExpression list,
        ParameterExpression filter,
        (ParameterExpression I, ParameterExpression From, ParameterExpression End) range,
        Expression inner,
        LabelTarget done)
    {
        var (i, from, end) = range;
        var seen = Expression.Field(filter, nameof(FactFilter.Seen));
        var number = Expression.Variable(typeof(int), "number");
        var ready = Expression.Label();
        return
        [
            Expression.Block(
                [reading.Fact],
                Expression.Loop(
                    Expression.Block(
                        Expression.IfThen(
                            Expression.GreaterThanOrEqual(seen, Expression.Field(list, nameof(FactList.Count))), Expression.Break(ready)),
                        Expression.Assign(
                            reading.Fact, Expression.ArrayIndex(Expression.Field(list, nameof(FactList<object>.Items)), seen)),
                        Expression.Call(filter, nameof(FactFilter.Add), null, All(reading.OwnConditions))),
                    ready)),
            Expression.Block(
                [number],
                Expression.Assign(number, Expression.Constant(0)),
                Expression.Loop(
                    Expression.Block(
                        Expression.IfThen(
                            Expression.GreaterThanOrEqual(number, Expression.Field(filter, nameof(FactFilter.Count))),
                            Expression.Break(done)),
                        Expression.Assign(i, Expression.Call(filter, nameof(FactFilter.At), null, number)),
                        Expression.IfThen(Expression.GreaterThanOrEqual(i, end), Expression.Break(done)),
                        Expression.IfThen(Expression.GreaterThanOrEqual(i, from), inner),
                        Expression.PreIncrementAssign(number)),
                    done)),
        ];
    }

    /// <summary>
    /// Whether the index pays is decided when the loop is first entered, by how often the loops around it surely turn, and asked again as
    /// often as it was scanned: loops that are found by index themselves may turn any number of times. The way is -1 once the index is
    /// used; before, the number of scans.
    /// </summary>
    private Expression[] ByIndex(
        FactReading reading,
        ParameterExpression list,
        (ParameterExpression I, ParameterExpression From, ParameterExpression End) range,
        Expression inner,
        LabelTarget done)
    {
        var index = scope.Index(scope.MemoryPlan.IndexOf(reading.Fact, reading.Joins));
        var way = scope.Variable(typeof(int), "way");
        var usesIndex = Expression.LessThan(way, Expression.Constant(0));
        var isAsked = Expression.Equal(
            Expression.And(way, Expression.Constant(ScansUntilAskedAgain - 1)), Expression.Constant(0));
        var counted = Expression.And(Expression.Increment(way), Expression.Constant(MostScansCounted));
        var isCheap = Expression.Field(index, nameof(FactIndex.IsCheap));
        var wanted = KeyHashing.Hash(reading.Joins.Select(join => (Expressions.Prepare(join.KnownKey), join.IsByReference)), isCheap);
        var (i, from, end) = range;
        if (isRecursive)
            inner = Expression.IfThen(Expression.AndAlso(Expression.GreaterThanOrEqual(i, from), Expression.LessThan(i, end)), inner);
        return
        [
            Expression.IfThen(
                Expression.Not(usesIndex),
                Expression.Block(
                    Expression.IfThen(isAsked, Prepare(reading, list, index, way, isCheap)),
                    Expression.IfThen(Expression.Not(usesIndex), Expression.Assign(way, counted)))),
            Expression.Assign(i, Expression.Condition(usesIndex, Expression.Call(index, nameof(FactIndex.First), null, wanted), from)),
            Expression.Loop(
                Expression.Block(
                    Expression.IfThen(
                        Expression.Condition(
                            usesIndex, Expression.LessThan(i, Expression.Constant(0)), Expression.GreaterThanOrEqual(i, end)),
                        Expression.Break(done)),
                    inner,
                    Expression.Assign(
                        i,
                        Expression.Condition(usesIndex, Expression.Call(index, nameof(FactIndex.Next), null, i), Expression.Increment(i)))),
                done),
        ];
    }

    private ConditionalExpression Prepare(
        FactReading reading, ParameterExpression list, ParameterExpression index, ParameterExpression way, Expression isCheap)
    {
        var built = Expression.Field(index, nameof(FactIndex.Built));
        var count = Expression.Field(list, nameof(FactList.Count));
        var ready = Expression.Label();
        var hash = KeyHashing.Hash(reading.Joins.Select(join => (Expressions.Prepare(join.FactKey), join.IsByReference)), isCheap);
        var scans = Expression.Convert(way, typeof(long));
        var expected = Expression.Condition(Expression.GreaterThan(scans, lookups.Peek()), scans, lookups.Peek());
        return Expression.IfThen(
            Expression.Call(index, nameof(FactIndex.Pays), null, count, expected),
            Expression.Block(
                [reading.Fact],
                Expression.Loop(
                    Expression.Block(
                        Expression.IfThen(Expression.GreaterThanOrEqual(built, count), Expression.Break(ready)),
                        Expression.Assign(
                            reading.Fact, Expression.ArrayIndex(Expression.Field(list, nameof(FactList<object>.Items)), built)),
                        Expression.Call(index, nameof(FactIndex.Add), null, hash)),
                    ready),
                Expression.Assign(way, Expression.Constant(-1))));
    }

    private static Expression All(IReadOnlyList<Expression> conditions) => Expressions.Prepare(conditions.Aggregate(Expression.AndAlso));
}
