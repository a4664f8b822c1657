using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Seed;

/// <summary>What stands open at the desks and in the office on the day the demo is looked at.</summary>
internal sealed class DemoToday(Stage stage, DemoSellers sellers, DemoGoods goods, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
{
    /// <summary>Comes to pass in the last weeks before <paramref name="end"/>, UTC.</summary>
    public async Task StandAsync(
        Actor admin, Actor buyer, IReadOnlyList<SeededSize> sizes, IReadOnlyDictionary<string, CategoryId> categories, DateTimeOffset end)
    {
        await sellers.SuspendedAsync(admin, end.AddDays(-150));
        await sellers.ApplicantsAsync(admin, end);
        stage.At(end.AddDays(-5));
        var newcomer = await sellers.NewcomerAsync(admin);
        stage.Wait(TimeSpan.FromHours(30));
        await goods.FirstOnesAsync(DemoSellers.Newcomer, newcomer, categories);
        stage.At(end.AddDays(-2));
        await goods.WithdrawAsync(admin, sizes, cooperatives);
        await AtDesksAsync(end);
        await AddressesAsync(buyer);
    }

    private async Task AtDesksAsync(DateTimeOffset end)
    {
        var (mango, tea, honey) = (cooperatives["xoaiyenchau"], cooperatives["chetaxua"], cooperatives["matong"]);
        var today = VietnamDay.Of(end);
        await stage.DoAsync(new CloseForDays.Command(mango.Manager, mango.Id, today, today.AddDays(12)));
        await stage.DoAsync(new InviteMember.Command(tea.Manager, tea.Id, "0900000219", MemberRole.Storyteller));
        await stage.DoAsync(new RequestChange.Command(honey.Manager, honey.Id, new()
        {
            TaxCode = "9999000534",
            Representative = "Cầm Thị Hương",
            BankBin = "970418",
            BankAccount = "7900000008869",
            BankAccountName = "HTX ONG MAI SON",
        }));
    }

    private async Task AddressesAsync(Actor buyer)
    {
        var hers = DemoBuyer.SignedIn;
        await stage.DoAsync(new SaveAddress.Command(buyer, null, hers.Name, hers.Phone, hers.Country, hers.ProvinceCode!, hers.Commune!, hers.Line, null, IsFirst: true));
        await stage.DoAsync(new SaveAddress.Command(buyer, null, "Trần Thị Hoa (mẹ)", "0900000302", Zones.HomeCountry, "38", "Hạc Thành", "Số 5 phố Đông Tác", null, IsFirst: false));
    }
}
