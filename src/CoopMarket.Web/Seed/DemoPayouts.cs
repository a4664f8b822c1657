using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Seed;

/// <summary>
/// The paydays of two admins: one drafts what stands for the cooperatives, the other approves it, and on the next day the bank's
/// statement says what was paid. Now and then an account number is wrong, and once the money comes back.
/// </summary>
internal sealed class DemoPayouts(Stage stage, Agenda agenda, BankTransferSettings bank, Actor first, Actor second)
{
    private const int FailsEvery = 11;
    private const int ComesBack = 7;

    private int _payouts;
    private int _lines;

    /// <summary>Pays out what stands; all of it is known to be paid, or not, a day later.</summary>
    public Task PaydayAsync() => PayAsync(int.MaxValue, int.MaxValue);

    /// <summary>The last payday before somebody looks: some are left out, and of all but the first the bank has not spoken yet.</summary>
    public Task LastPaydayAsync() => PayAsync(kept: 3, known: 1);

    /// <summary>What waits for the first admin when somebody looks.</summary>
    public async Task DraftAsync() => await stage.SendAsync(new DraftPayouts.Command(second));

    private async Task PayAsync(int kept, int known)
    {
        var drafted = await stage.SendAsync(new DraftPayouts.Command(first));
        if (!drafted.IsDone)
            return;
        agenda.After(TimeSpan.FromHours(2), async () =>
        {
            foreach (var row in (await stage.SendAsync(new PayoutSheet.Query(second, drafted.Value)))!.Rows.Skip(kept))
                await stage.DoAsync(new LeaveOutPayouts.Command(second, drafted.Value, row.Position));
            var sheet = (await stage.SendAsync(new PayoutSheet.Query(second, drafted.Value)))!;
            await stage.DoAsync(new ApprovePayouts.Command(second, sheet.Code, sheet.Seal));
            foreach (var row in sheet.Rows.Take(known))
                agenda.After(TimeSpan.FromHours(20), () => SettleAsync(sheet.Code, row));
        });
    }

    private async Task SettleAsync(string run, PayoutSheet.Row row)
    {
        var number = ++_payouts;
        if (number % FailsEvery == 0)
        {
            await stage.DoAsync(new RecordPayoutResult.Command(first, run, row.Position, IsPaid: false, Reason: "Ngân hàng nhận báo tài khoản đang tạm khóa"));
            return;
        }

        var reference = string.Create(CultureInfo.InvariantCulture, $"FT26C{number:00000000}");
        await stage.DoAsync(new RecordPayoutResult.Command(first, run, row.Position, IsPaid: true, reference));
        await TellAsync(reference, row, TransferDirection.Out);
        if (number == ComesBack)
            agenda.After(TimeSpan.FromDays(1), () => ComeBackAsync(run, row));
    }

    private async Task ComeBackAsync(string run, PayoutSheet.Row row)
    {
        var text = await TellAsync("FT26H00000001", row, TransferDirection.In);
        await stage.DeliverAsync(CancellationToken.None);
        var line = (await stage.SendAsync(new PaymentQueue.Query(first))).ToDecide.Single(l => l.Text == text);
        await stage.DoAsync(new BringPayoutBack.Command(first, line.Id, run, row.Position));
    }

    private async Task<string> TellAsync(string reference, PayoutSheet.Row row, TransferDirection direction)
    {
        var text = direction == TransferDirection.In ? "HOAN TRA " + row.Text : row.Text;
        await stage.DoAsync(new StoreBankLine.Command(Stage.Seeder, new(
            MoneySource.SePay, $"demo-payout-{++_lines}", "Agribank", reference, new(row.Amount.Minor, text, direction, bank.AccountNumber), agenda.Now)));
        return text;
    }
}
