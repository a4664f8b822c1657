using System.Runtime.CompilerServices;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>
/// What an area keeps for a cooperative, for the copy that its manager takes home. Each area that keeps something for cooperatives writes
/// its own part, as far as the desk may see it, and reads by <see cref="Web.Data.MarketReads"/> alone, so that all parts see the same moment.
/// </summary>
internal interface ICooperativeData
{
    /// <summary>Its tables. Rows are read one by one while they are written, and anew each time somebody goes through them.</summary>
    IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative);

    /// <summary>Its files; what is named twice comes once.</summary>
    IAsyncEnumerable<DataFile> FilesOf(CooperativeId cooperative, CancellationToken cancellationToken) => AsyncEnumerable.Empty<DataFile>();
}

/// <summary>A file beside the tables.</summary>
/// <param name="Path">In the copy; made by the program, never of what anybody typed.</param>
/// <param name="OpenAsync">Opens it; null where it is not there.</param>
internal sealed record DataFile(string Path, Func<CancellationToken, Task<Stream?>> OpenAsync);

/// <summary>One table of the copy.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Row">What each of its rows is made of.</param>
/// <param name="Columns">Their names, in English.</param>
/// <param name="Texts">Those of them that hold a text in several languages.</param>
/// <param name="Rows">As many cells as there are columns: texts, numbers, money in đồng, moments, days, ids, enumerations, lists of words.</param>
internal sealed record DataSheet(DataKind Kind, Type Row, IReadOnlyList<string> Columns, IReadOnlyCollection<string> Texts, IAsyncEnumerable<object?[]> Rows)
{
    public static DataSheet Of<T>(DataKind kind, Type row, IAsyncEnumerable<T> rows, IReadOnlyCollection<string> texts, params (string Name, Func<T, object?> Value)[] columns)
        => new(kind, row, [.. columns.Select(c => c.Name)], texts, CellsAsync(rows, columns));

    private static async IAsyncEnumerable<object?[]> CellsAsync<T>(IAsyncEnumerable<T> rows, (string Name, Func<T, object?> Value)[] columns, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return [.. columns.Select(c => c.Value(row))];
    }
}

/// <summary>The tables of a cooperative's copy, in the order in which they stand in it.</summary>
internal enum DataKind
{
    Cooperative,
    Members,
    Invitations,
    Makers,
    ClosedDays,
    Applications,
    Products,
    Sizes,
    StockMoves,
    SoldAhead,
    ProductEdits,
    HeldTexts,
    Photos,
    Stories,
    Voices,
    Consents,
    Certificates,
    KeptByLot,
    Lots,
    LotStocks,
    LotAllotments,
    LabelVisits,
    ShortLinks,
    DeliveryRules,
    FeeRules,
    Orders,
    OrderLines,
    Parcels,
    Refunds,
    Returns,
    ReturnLines,
    Statement,
    LedgerLines,
    Holds,
    Payouts,
    Reversals,
    WithheldTaxes,
    StripeAccount,
    CashParcels,
    CarriersPayments,
    IncomeMembers,
    IncomeRules,
    IncomeShares,
    IncomeEntries,
    IncomePayments,
    Reviews,
    Questions,
    QuestionMessages,
    Complaints,
    ComplaintSteps,
}
