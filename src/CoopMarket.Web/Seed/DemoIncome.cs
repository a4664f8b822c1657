using System.Globalization;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Income;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>
/// Three cooperatives of the demo share what they earn with their members from the opening on: rules for all their goods, paydays,
/// and payments that wait for a member's word.
/// </summary>
internal sealed class DemoIncome(Stage stage, DemoContent content, IReadOnlyDictionary<string, SeededCooperative> cooperatives, Agenda agenda)
{
    private const int SmallestNote = 1_000;

    private static readonly string[] Sharing = ["toiden", "chetaxua", "thocam"];

    private static readonly string[] Further = ["Lò Thị Bun", "Quàng Thị Inh", "Hà Thị Phượng"];

    private readonly Dictionary<string, List<ProducerId>> _members = new(StringComparer.Ordinal);

    /// <summary>The members agree, and each product gets its rule.</summary>
    public async Task BeginAsync(IReadOnlyList<SeededSize> sizes, DateTimeOffset begin)
    {
        stage.At(begin);
        foreach (var key in Sharing)
        {
            var coop = cooperatives[key];
            var told = content.Cooperatives.Single(c => c.Key == key);
            List<string> names = [.. told.Members.Where(m => m.Kind == "Maker").Select(m => m.Name), Further[Array.IndexOf(Sharing, key)]];
            _members[key] = [];
            foreach (var name in names)
            {
                stage.Wait(TimeSpan.FromMinutes(3));
                _members[key].Add(await stage.DoAsync(new SaveMember.Command(
                    coop.Manager, coop.Id, null, name, told.Commune.Code, VietnamDay.Of(begin).AddDays(-1), Agreed: true, MayBeNamed: _members[key].Count == 0)));
            }

            foreach (var product in sizes.Where(s => s.Cooperative == key).DistinctBy(s => s.ProductId))
                await stage.DoAsync(new ShareProduct.Command(coop.Manager, coop.Id, product.ProductId, key == "thocam" && !IsSmall(product) ? "15.000" : "8.000", "2", RowsOf(key, product)));
        }
    }

    /// <summary>Paydays through the year, and what stands open when somebody looks.</summary>
    public void Plan(DateTimeOffset begin, DateTimeOffset end)
    {
        for (var payday = begin.AddDays(100); payday < end.AddDays(-20); payday = payday.AddDays(60))
            agenda.At(payday, PaydayAsync);
        agenda.At(end.AddDays(-1), LastAsync);
    }

    /// <summary>A lot of which the last of the members made most.</summary>
    public Task ShareLotAsync(SeededSize product, LotId lot)
    {
        var (coop, members) = (cooperatives[product.Cooperative], _members[product.Cooperative]);
        return stage.DoAsync(new ShareProduct.Command(
            coop.Manager, coop.Id, product.ProductId, "8.000", "2", [.. members.Select(m => new ShareProduct.Row { Member = m, Parts = m == members[^1] ? "5" : "1" })], lot));
    }

    // Whoever made it gets most of it; on brocade she also has a fixed wage for each piece.
    private List<ShareProduct.Row> RowsOf(string key, SeededSize product)
    {
        var members = _members[key];
        var first = IsSmall(product) ? 1 : 0;
        return [.. members.Select((m, i) => new ShareProduct.Row
        {
            Member = m,
            PerUnit = key != "thocam" || i != first % members.Count ? "" : IsSmall(product) ? "15.000" : "40.000",
            Parts = i == first % members.Count ? "4" : "2",
        })];
    }

    private static bool IsSmall(SeededSize product) => product.Told.PriceDong <= 100_000;

    private async Task PaydayAsync()
    {
        foreach (var key in Sharing)
            foreach (var payment in await PayAsync(key, MemberPaymentWay.Cash))
                await stage.DoAsync(new ConfirmPayment.Command(cooperatives[key].Manager, cooperatives[key].Id, payment, await CodeAsync(payment)));
    }

    // The last payday: some have not told their code yet.
    private async Task LastAsync()
    {
        var open = await PayAsync(Sharing[0], MemberPaymentWay.Transfer);
        var coop = cooperatives[Sharing[0]];
        foreach (var payment in open.Skip(1))
            await stage.DoAsync(new ConfirmPayment.Command(coop.Manager, coop.Id, payment, await CodeAsync(payment)));
        await PayAsync(Sharing[2], MemberPaymentWay.Cash);
    }

    private async Task<IReadOnlyList<MemberPaymentId>> PayAsync(string key, MemberPaymentWay way)
    {
        var coop = cooperatives[key];
        List<MemberPaymentId> paid = [];
        foreach (var member in (await stage.SendAsync(new IncomeMembers.Query(coop.Manager, coop.Id))).Members)
        {
            var round = member.Owed.Minor / SmallestNote * SmallestNote;
            if (round > 0)
                paid.Add(await stage.DoAsync(new PayMember.Command(coop.Manager, coop.Id, member.Id, round.ToString(CultureInfo.InvariantCulture), way, IsAdvance: false)));
        }

        return paid;
    }

    // She reads it on her own page.
    private async Task<string> CodeAsync(MemberPaymentId payment)
    {
        var row = await stage.WithAsync<MarketDb, MemberPayment>(db => db.Set<MemberPayment>().AsNoTracking().SingleAsync(p => p.Id == payment));
        return (await stage.WithAsync<MemberLinks, string?>(links => Task.FromResult(links.CodeOf(row))))!;
    }
}
