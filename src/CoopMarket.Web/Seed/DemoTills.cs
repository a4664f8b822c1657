using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Seed;

/// <summary>How a transfer of the demo goes.</summary>
internal enum Fate
{
    Exact,

    /// <summary>Nobody pays; the order expires, or the buyer calls it off.</summary>
    Never,

    /// <summary>Half of it, and no more.</summary>
    Half,

    /// <summary>Half of it, and the rest some hours later.</summary>
    InTwo,

    Over,

    /// <summary>The text names no order.</summary>
    NoCode,

    /// <summary>When the order had expired.</summary>
    Late,

    Twice,

    /// <summary>The bank takes it back a day later.</summary>
    Recalled,
}

/// <summary>The buyers' banks: pays orders exactly, short, over, twice, late, without a code, or not.</summary>
internal sealed class DemoTills(Stage stage, Agenda agenda, Dice dice, BankTransferSettings bank)
{
    private int _transfers;

    /// <summary>Pays an order in its time; whether it will be packed.</summary>
    /// <param name="fate">How; null: as the dice fall.</param>
    public bool Pay(OrderBook order, Fate? fate)
    {
        var how = fate ?? Drawn();
        var total = order.Total.Minor;
        var after = dice.Between(TimeSpan.FromMinutes(2), TimeSpan.FromHours(9));
        switch (how)
        {
            case Fate.Never when fate is null && dice.Chance(30):
                agenda.After(after, () => stage.SendAsync(new CancelOrder.Command(Stage.Seeder, order.Code, null)));
                break;
            case Fate.Half or Fate.InTwo:
                var part = total / 2;
                agenda.After(TimeSpan.FromMinutes(40), () => TransferAsync(part, order.Code));
                if (how == Fate.InTwo)
                    agenda.After(TimeSpan.FromHours(5), () => TransferAsync(total - part, order.Code.ToLowerInvariant()));
                break;
            case Fate.Over:
                agenda.After(after, () => TransferAsync(total + 20_000, Text(order)));
                break;
            case Fate.NoCode:
                agenda.After(after, () => TransferAsync(total, "chuyen tien mua hang"));
                break;
            case Fate.Late:
                agenda.After(TimeSpan.FromDays(3), () => TransferAsync(total, Text(order)));
                break;
            case Fate.Exact or Fate.Twice:
                agenda.After(after, () => TransferAsync(total, Text(order)));
                if (how == Fate.Twice)
                    agenda.After(after + TimeSpan.FromMinutes(4), () => TransferAsync(total, Text(order)));
                break;
            case Fate.Recalled:
                agenda.After(after, () => TransferAsync(total, Text(order)));
                agenda.After(after + TimeSpan.FromHours(26), () => TransferAsync(total, $"HOAN TRA GD CHUYEN NHAM {order.Code}", TransferDirection.Out));
                break;
        }

        return how is not (Fate.Never or Fate.Half or Fate.NoCode);
    }

    private Fate Drawn() => dice.Below(100) switch
    {
        < 7 => Fate.Never,
        < 9 => Fate.InTwo,
        < 10 => Fate.Half,
        < 12 => Fate.Over,
        12 => Fate.NoCode,
        13 => Fate.Late,
        14 => Fate.Twice,
        _ => Fate.Exact,
    };

    private string Text(OrderBook order) => $"MBVCB.{_transfers}.{order.Code}.CT tu khach hang";

    // Its message goes at once: what was paid in time must not wait until evening and be late.
    private async Task TransferAsync(long dong, string text, TransferDirection direction = TransferDirection.In)
    {
        var number = ++_transfers;
        await stage.DoAsync(new StoreBankLine.Command(Stage.Seeder, new(
            MoneySource.SePay, $"demo-{number}", "Agribank", $"FT26{number:000000000}", new(dong, text, direction, bank.AccountNumber), agenda.Now)));
        await stage.DeliverAsync(CancellationToken.None);
    }
}
