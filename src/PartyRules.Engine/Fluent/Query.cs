using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Fluent;

/// <summary>The start of a query over facts. Its methods are in <see cref="QueryExpression"/>.</summary>
#pragma warning disable CA1040 // The interfaces carry the type of a query's results for type inference; the steps are data behind them.
public interface IQuery;

/// <summary>A query whose results are of one type.</summary>
/// <typeparam name="TSource">The type of result.</typeparam>
public interface IQuery<out TSource>;

/// <summary>A query that has collected its results into one collection.</summary>
/// <typeparam name="TSource">The type of collection.</typeparam>
public interface ICollectQuery<out TSource> : IQuery<TSource>;
#pragma warning restore CA1040

/// <summary>The steps of a query. A query sees the complete set of facts: the rules that yield them have all run.</summary>
/// <remarks>Steps describe a query and run nothing; the rule's compilation reads them.</remarks>
public static class QueryExpression
{
    /// <summary>Starts from the facts of a type that meet the conditions.</summary>
    /// <typeparam name="TSource">The type of fact.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="conditions">What must hold.</param>
    public static IQuery<TSource> Match<TSource>(this IQuery source, params Expression<Func<TSource, bool>>[] conditions)
        where TSource : notnull =>
        ((QueryBuilder)source).Start<TSource>(new MatchSource(typeof(TSource), conditions));

    /// <summary>Starts from a value or collection that an alias or expression gives.</summary>
    /// <typeparam name="TSource">The type of value.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="from">The expression.</param>
    public static IQuery<TSource> From<TSource>(this IQuery source, Expression<Func<TSource>> from) =>
        ((QueryBuilder)source).Start<TSource>(new FromSource(from));

    /// <summary>Keeps results that meet the conditions.</summary>
    /// <typeparam name="TSource">The type of result.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="conditions">What must hold.</param>
    public static IQuery<TSource> Where<TSource>(this IQuery<TSource> source, params Expression<Func<TSource, bool>>[] conditions) =>
        Builder(source).Then<TSource>([.. conditions.Select(condition => new QueryStep(QueryStepKind.Where, [condition]))]);

    /// <summary>Turns each result into another.</summary>
    /// <typeparam name="TSource">The type of result before.</typeparam>
    /// <typeparam name="TResult">The type of result after.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="selector">Makes the new result.</param>
    public static IQuery<TResult> Select<TSource, TResult>(this IQuery<TSource> source, Expression<Func<TSource, TResult>> selector) =>
        Builder(source).Then<TResult>(new QueryStep(QueryStepKind.Select, [selector]));

    /// <summary>Turns each result into any number of others.</summary>
    /// <typeparam name="TSource">The type of result before.</typeparam>
    /// <typeparam name="TResult">The type of result after.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="selector">Makes the new results.</param>
    public static IQuery<TResult> SelectMany<TSource, TResult>(
        this IQuery<TSource> source, Expression<Func<TSource, IEnumerable<TResult>>> selector) =>
        Builder(source).Then<TResult>(new QueryStep(QueryStepKind.SelectMany, [selector]));

    /// <summary>Puts results of equal key into groups; each group is a result, in order of its first element.</summary>
    /// <typeparam name="TSource">The type of result before.</typeparam>
    /// <typeparam name="TKey">The type of key, compared by its default equality.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="keySelector">Gives the key.</param>
    public static IQuery<FactGroup<TKey, TSource>> GroupBy<TSource, TKey>(
        this IQuery<TSource> source, Expression<Func<TSource, TKey>> keySelector)
        where TKey : notnull =>
        source.GroupBy(keySelector, element => element);

    /// <summary>Puts elements of equal key into groups; each group is a result, in order of its first element.</summary>
    /// <typeparam name="TSource">The type of result before.</typeparam>
    /// <typeparam name="TKey">The type of key, compared by its default equality.</typeparam>
    /// <typeparam name="TElement">The type of element.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="keySelector">Gives the key.</param>
    /// <param name="elementSelector">Gives the element.</param>
    public static IQuery<FactGroup<TKey, TElement>> GroupBy<TSource, TKey, TElement>(
        this IQuery<TSource> source, Expression<Func<TSource, TKey>> keySelector, Expression<Func<TSource, TElement>> elementSelector)
        where TKey : notnull =>
        Builder(source).Then<FactGroup<TKey, TElement>>(new QueryStep(QueryStepKind.GroupBy, [keySelector, elementSelector]));

    /// <summary>Collects all results into one collection, which may be empty.</summary>
    /// <typeparam name="TSource">The type of result.</typeparam>
    /// <param name="source">The query.</param>
    public static ICollectQuery<Facts<TSource>> Collect<TSource>(this IQuery<TSource> source) =>
        Builder(source).Then<Facts<TSource>>(new QueryStep(QueryStepKind.Collect, [], typeof(TSource)));

    /// <summary>
    /// Orders the collection by a key, the smallest first. Elements of equal key keep no stated order unless a further key follows.
    /// </summary>
    /// <typeparam name="TSource">The type of element.</typeparam>
    /// <typeparam name="TKey">The type of key, compared by its default order; strings ordinally.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="keySelector">Gives the key.</param>
    public static ICollectQuery<Facts<TSource>> OrderBy<TSource, TKey>(
        this ICollectQuery<Facts<TSource>> source, Expression<Func<TSource, TKey>> keySelector) =>
        Builder(source).Then<Facts<TSource>>(new QueryStep(QueryStepKind.OrderBy, [keySelector], typeof(TSource)));

    /// <summary>Orders the collection by a key, the largest first.</summary>
    /// <inheritdoc cref="OrderBy"/>
    public static ICollectQuery<Facts<TSource>> OrderByDescending<TSource, TKey>(
        this ICollectQuery<Facts<TSource>> source, Expression<Func<TSource, TKey>> keySelector) =>
        Builder(source).Then<Facts<TSource>>(new QueryStep(QueryStepKind.OrderByDescending, [keySelector], typeof(TSource)));

    /// <summary>Orders elements that the keys before leave equal by a further key, the smallest first.</summary>
    /// <inheritdoc cref="OrderBy"/>
    public static ICollectQuery<Facts<TSource>> ThenBy<TSource, TKey>(
        this ICollectQuery<Facts<TSource>> source, Expression<Func<TSource, TKey>> keySelector) =>
        Builder(source).Then<Facts<TSource>>(new QueryStep(QueryStepKind.ThenBy, [keySelector], typeof(TSource)));

    /// <summary>Orders elements that the keys before leave equal by a further key, the largest first.</summary>
    /// <inheritdoc cref="OrderBy"/>
    public static ICollectQuery<Facts<TSource>> ThenByDescending<TSource, TKey>(
        this ICollectQuery<Facts<TSource>> source, Expression<Func<TSource, TKey>> keySelector) =>
        Builder(source).Then<Facts<TSource>>(new QueryStep(QueryStepKind.ThenByDescending, [keySelector], typeof(TSource)));

    /// <summary>Turns the collection into groups that can be looked up by key.</summary>
    /// <typeparam name="TSource">The type of element before.</typeparam>
    /// <typeparam name="TKey">The type of key, compared by its default equality.</typeparam>
    /// <typeparam name="TElement">The type of element after.</typeparam>
    /// <param name="source">The query.</param>
    /// <param name="keySelector">Gives the key.</param>
    /// <param name="elementSelector">Gives the element.</param>
    public static IQuery<ILookup<TKey, TElement>> ToLookup<TSource, TKey, TElement>(
        this ICollectQuery<Facts<TSource>> source,
        Expression<Func<TSource, TKey>> keySelector,
        Expression<Func<TSource, TElement>> elementSelector) =>
        Builder(source)
            .Then<ILookup<TKey, TElement>>(new QueryStep(QueryStepKind.ToLookup, [keySelector, elementSelector], typeof(TSource)));

    private static QueryBuilder Builder<TSource>(IQuery<TSource> query) => ((QueryBuilder<TSource>)query).Inner;
}

/// <summary>Gathers the steps of a query while a rule is being described.</summary>
internal sealed class QueryBuilder : IQuery
{
    public QuerySource? Source { get; private set; }

    public List<QueryStep> Steps { get; } = [];

    public QueryBuilder<T> Start<T>(QuerySource source)
    {
        if (Source is not null)
            throw new InvalidOperationException("A query starts from one Match or From.");
        Source = source;
        return new QueryBuilder<T>(this);
    }

    public QueryBuilder<T> Then<T>(params QueryStep[] steps)
    {
        Steps.AddRange(steps);
        return new QueryBuilder<T>(this);
    }
}

/// <summary>The builder, seen as a query of one type of result.</summary>
internal sealed class QueryBuilder<T>(QueryBuilder inner) : ICollectQuery<T>
{
    public QueryBuilder Inner { get; } = inner;
}
