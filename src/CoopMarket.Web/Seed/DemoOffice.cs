using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Seed;

/// <summary>The admin's Mondays: what is owed back is transferred, money that nobody can place is sent back.</summary>
internal sealed class DemoOffice(Stage stage, Agenda agenda, DemoGateway gateway, BankTransferSettings bank, Actor admin, Actor second)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    // So long the carrier takes to see that it paid for a parcel which came back.
    private static readonly TimeSpan Oversight = TimeSpan.FromDays(30);

    private const long KeptByCarrier = 22_000;

    private static readonly Money Enough = Money.Dong(2_000_000);

    private int _transfers;
    private int _payouts;
    private int _taxes;
    private int _lists;

    /// <summary>Settles what has waited for some days; what came in lately stays open.</summary>
    public async Task MondayAsync()
    {
        var queue = await stage.SendAsync(new PaymentQueue.Query(admin));
        // Most buyers have said by now where their money goes.
        foreach (var due in queue.Owed.Where((r, i) => i % 4 != 3 && r is { What: null, Code: not null }))
            await stage.DoAsync(new TellRefundAccount.Command(Stage.Seeder, due.Code!, null, "970436", string.Create(CultureInfo.InvariantCulture, $"10{due.Amount.Minor:0000000000}"), "Nguyễn Thị Hạnh"));
        var waited = queue.Owed.Where(r => r.OpenedAt < agenda.Now - Patience).ToList();
        foreach (var due in waited.Where(r => r.What == "two"))
        {
            await stage.SendAsync(new AgreeToRefund.Command(admin, due.Id));
            await stage.DoAsync(new AgreeToRefund.Command(second, due.Id));
        }

        foreach (var due in waited)
        {
            await stage.DoAsync(new PayRefund.Command(admin, due.Id, string.Create(CultureInfo.InvariantCulture, $"{(due.What is null ? "FT26R" : "re_demo")}{++_transfers:00000000}")));
            await gateway.SendBackAsync(due.Id);
        }

        foreach (var line in queue.ToDecide.Where(l => l.State == MoneyInState.Unknown && l.BookedAt < agenda.Now - Patience))
            await stage.DoAsync(new ReturnMoney.Command(admin, line.Id));
    }

    /// <summary>What was withheld last month goes to the tax office, and the admin says so.</summary>
    public async Task ToTaxOfficeAsync()
    {
        var today = VietnamDay.Of(agenda.Now);
        var month = await stage.SendAsync(new TaxMonth.Query(admin, new DateOnly(today.Year, today.Month, 1).AddMonths(-1)));
        var books = await stage.SendAsync(new TrialBalance.Query(admin, null));
        var open = Math.Min(month.Open.Minor, -(books.Accounts.SingleOrDefault(a => a.Account == LedgerAccount.TaxWithheld)?.Balance.Minor ?? 0));
        if (open <= 0)
            return;
        var text = month.Month.ToString("'NOP THUE KHAU TRU T'MM' 'yyyy", CultureInfo.InvariantCulture);
        var reference = string.Create(CultureInfo.InvariantCulture, $"FT26T{++_taxes:00000000}");
        var line = await TellAsync(open, TransferDirection.Out, reference, text);
        await stage.DoAsync(new PayTaxOffice.Command(admin, line, month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        await stage.DeliverAsync(CancellationToken.None);
    }

    /// <summary>The market and a carrier agree that it pays the market what it collects.</summary>
    public Task AgreeOnCashAsync() => stage.DoAsync(new AgreeOnCash.Command(admin, Carrier.ViettelPost, true, VietnamDay.Of(agenda.Now).AddDays(1)));

    /// <summary>That carrier pays over what it collected some days ago, one parcel of it short, and the admin takes in its list.</summary>
    public async Task FromCarrierAsync()
    {
        var book = await stage.SendAsync(new CarriersBook.Query(admin));
        var parcels = book.Open.Where(p => p.State == CashParcelState.Collected && p.At < agenda.Now - Patience).ToList();
        if (parcels.Count == 0)
            return;
        var isShort = _lists % 3 == 1;
        var paid = parcels.Select((p, i) => new RemittanceLine(i, p.Number, p.Owed.Minor - (isShort && i == 0 ? 15_000 : 0), KeptByCarrier)).ToList();
        var back = book.Back.Where(p => p.At < agenda.Now - Oversight).Select(p => new RemittanceLine(0, p.Number, -p.OwedBack.Minor, 0)).ToList();
        await TakeInAsync(paid.Concat(back).Sum(l => l.Net) > 0 ? [.. paid, .. back] : paid);
    }

    /// <summary>That carrier pays for a parcel that its buyer is just not taking.</summary>
    public async Task FromCarrierTooEarlyAsync(SellerOrderId part)
    {
        if (await stage.SendAsync(new CarriedParcel.Query(admin, part)) is { State: CashParcelState.Expected } parcel && parcel.Amount.Minor > KeptByCarrier)
            await TakeInAsync([new(0, parcel.Number, parcel.Amount.Minor, KeptByCarrier)]);
    }

    private async Task TakeInAsync(IReadOnlyList<RemittanceLine> lines)
    {
        RemittanceList list = new(lines);
        var reference = string.Create(CultureInfo.InvariantCulture, $"FT26V{++_lists:00000000}");
        var line = await TellAsync(list.Lines.Sum(l => l.Net), TransferDirection.In, reference, "VIETTELPOST COD " + reference);
        await stage.DoAsync(new ReceiveFromCarrier.Command(admin, line, list.Text()));
        await stage.DeliverAsync(CancellationToken.None);
    }

    /// <summary>The card gateway pays out what it holds, and the admin says what the bank's line is.</summary>
    public async Task FromCardsAsync()
    {
        await gateway.ReadAsync();
        if (gateway.PayOut(Enough) is not { IsZero: false } paid)
            return;
        var line = await TellAsync(paid.Minor, TransferDirection.In, string.Create(CultureInfo.InvariantCulture, $"FT26S{++_payouts:00000000}"), "STRIPE PAYOUT");
        await gateway.ReadAsync();
        await stage.DoAsync(new ReceiveFromCards.Command(admin, line, null));
        await gateway.CompareAsync();
    }

    /// <summary>The card gateway's books are laid beside ours, as every day.</summary>
    public Task CompareCardsAsync() => gateway.CompareAsync();

    // The bank tells of a line that names no order, and the admin finds it in her list.
    private async Task<MoneyInId> TellAsync(long dong, TransferDirection direction, string reference, string text)
    {
        await stage.DoAsync(new StoreBankLine.Command(Stage.Seeder, new(MoneySource.SePay, "demo-" + reference, "Agribank", reference, new(dong, text, direction, bank.AccountNumber), agenda.Now)));
        await stage.DeliverAsync(CancellationToken.None);
        return (await stage.SendAsync(new PaymentQueue.Query(admin))).ToDecide.Single(l => l.Reference == reference).Id;
    }
}
