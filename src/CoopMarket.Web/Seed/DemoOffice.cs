using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Seed;

/// <summary>The admin's Mondays: what is owed back is transferred, money that nobody can place is sent back.</summary>
internal sealed class DemoOffice(Stage stage, Agenda agenda, Actor admin)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private int _transfers;

    /// <summary>Settles what has waited for some days; what came in lately stays open.</summary>
    public async Task MondayAsync()
    {
        var queue = await stage.SendAsync(new PaymentQueue.Query(admin));
        foreach (var due in queue.Owed.Where(r => r.OpenedAt < agenda.Now - Patience))
            await stage.DoAsync(new PayRefund.Command(admin, due.Id, string.Create(CultureInfo.InvariantCulture, $"FT26R{++_transfers:00000000}")));
        foreach (var line in queue.ToDecide.Where(l => l.State == MoneyInState.Unknown && l.BookedAt < agenda.Now - Patience))
            await stage.DoAsync(new ReturnMoney.Command(admin, line.Id));
    }
}
