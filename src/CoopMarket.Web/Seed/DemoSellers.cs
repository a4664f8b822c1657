using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Seed;

/// <summary>A cooperative of the demo, as the market knows it.</summary>
internal sealed record SeededCooperative(CooperativeId Id, Actor Manager, Actor Packer, IReadOnlyDictionary<string, MakerId> Makers);

/// <summary>Opens the demo's accounts; the cooperatives apply, are approved and take their members on.</summary>
internal sealed class DemoSellers(Stage stage, DemoContent content)
{
    /// <summary>The password of every demo account, shown at start; Development only.</summary>
    public const string Password = "coop-market-demo";

    /// <summary>The secret of the admins' second factor, shown at start; Development only.</summary>
    public const string FactorSecret = DemoFactor.Secret;

    /// <summary>The key of the cooperative that joined last.</summary>
    public const string Newcomer = "mangsopcop";

    private string? _hash;

    /// <summary>The admins; a payout needs two people.</summary>
    public async Task<(Actor First, Actor Second)> AdminsAsync()
    {
        var hash = await HashAsync();
        var admin = await stage.DoAsync(new SeedPerson.Command(Stage.Seeder, "Nguyễn Thị Thu", "admin@demo.test", null, hash, IsAdmin: true, HasDemoFactor: true));
        var second = await stage.DoAsync(new SeedPerson.Command(Stage.Seeder, "Cầm Thị Hương", "admin2@demo.test", null, hash, IsAdmin: true, HasDemoFactor: true));
        return (Actor.Played(admin, "127.0.0.1"), Actor.Played(second, "127.0.0.1"));
    }

    /// <summary>The cooperatives that were there from the opening, by key.</summary>
    public async Task<IReadOnlyDictionary<string, SeededCooperative>> CooperativesAsync(Actor admin, DateTimeOffset begin)
    {
        Dictionary<string, SeededCooperative> seeded = new(StringComparer.Ordinal);
        var day = 0;
        foreach (var told in content.Cooperatives.Where(c => c.State == "Approved" && c.Key != Newcomer))
        {
            stage.At(begin.AddDays(day++));
            seeded[told.Key] = await JoinAsync(admin, told);
        }

        return seeded;
    }

    /// <summary>The cooperative that joined a few days ago.</summary>
    public Task<SeededCooperative> NewcomerAsync(Actor admin) => JoinAsync(admin, content.Cooperatives.Single(c => c.Key == Newcomer));

    /// <summary>A cooperative that was approved in summer and suspended since.</summary>
    public async Task SuspendedAsync(Actor admin, DateTimeOffset joined)
    {
        stage.At(joined);
        var told = content.Cooperatives.Single(c => c.State == "Suspended");
        await JoinAsync(admin, told);
        stage.At(joined.AddDays(61));
        var standing = (await stage.SendAsync(new SellerQueue.Query(admin, SellerQueue.Pile.Sellers))).Rows.Single(a => a.Name == told.ShortName.Vi);
        await stage.DoAsync(new SuspendSeller.Command(admin, standing.Id, "Giấy chứng nhận an toàn thực phẩm đã hết hạn; gửi giấy mới thì mở lại."));
    }

    /// <summary>Those who applied lately: one waits, one is asked for changes, one was rejected.</summary>
    public async Task ApplicantsAsync(Actor admin, DateTimeOffset end)
    {
        stage.At(end.AddDays(-9));
        await stage.DoAsync(new RejectSeller.Command(admin, await ApplicantAsync(admin, "Rejected"), "Chợ chỉ nhận hàng do chính người bán làm ra; công ty mua đi bán lại thì chúng tôi chưa nhận được."));
        stage.At(end.AddDays(-3));
        await stage.DoAsync(new AskForChanges.Command(admin, await ApplicantAsync(admin, "ChangesAsked"), "Ảnh giấy đăng ký hộ kinh doanh bị mờ phần con dấu, chị chụp lại giúp chúng tôi."));
        stage.At(end.AddHours(-20));
        await ApplicantAsync(admin, "Submitted");
    }

    /// <summary>A person with a confirmed e-mail.</summary>
    public async Task<Actor> PersonAsync(string email, string name)
        => Actor.Played(await stage.DoAsync(new SeedPerson.Command(Stage.Seeder, name, email, null, await HashAsync())), "127.0.0.1");

    // Hashing is slow on purpose, and everybody here has the same password: once is enough.
    private async Task<string> HashAsync()
        => _hash ??= await stage.WithAsync<Passwords, string>(passwords => Task.FromResult(passwords.Hash(Password)));

    private async Task<SellerApplicationId> ApplicantAsync(Actor admin, string state)
    {
        var told = content.Cooperatives.Single(c => c.State == state);
        await ApplyAsync(await PersonAsync(told.Email, told.Representative), told);
        return await WaitingAsync(admin, told);
    }

    private async Task<SellerApplicationId> WaitingAsync(Actor admin, DemoCooperative told)
        => (await stage.SendAsync(new SellerQueue.Query(admin, SellerQueue.Pile.Waiting))).Rows.Single(a => a.Name == told.ShortName.Vi).Id;

    private async Task<SeededCooperative> JoinAsync(Actor admin, DemoCooperative told)
    {
        var manager = await PersonAsync(told.Email, told.Members.First(m => m.Kind == "Manager").Name);
        await ApplyAsync(manager, told);
        stage.Wait(TimeSpan.FromHours(27));
        return await ApproveAsync(admin, manager, told);
    }

    private async Task ApplyAsync(Actor applicant, DemoCooperative told)
    {
        SaveApplication.Form form = new()
        {
            Kind = told.Kind,
            Name = told.ShortName.Vi,
            EnglishName = told.ShortName.In("en"),
            LegalName = told.Name.Vi,
            TaxCode = told.TaxCode,
            Representative = told.Representative,
            Province = Places.SonLa,
            CommuneCode = told.Commune.Code,
            Commune = told.Commune.Name,
            Village = told.Village,
            Phone = told.Phone,
            BankBin = told.Bank.Bin,
            BankAccount = told.Bank.Account,
            BankAccountName = told.Bank.AccountName,
            Makes = told.Makes.Vi,
            Agreed = true,
        };
        var paper = await stage.WithAsync<Papers, Outcome<SellerPaper>>(papers => papers.KeepAsync(DemoPaper.Of(told.ShortName.Vi), CancellationToken.None));
        foreach (var step in Enum.GetValues<ApplyStep>())
        {
            if (step == ApplyStep.Papers)
                await stage.DoAsync(new AddPaper.Command(applicant, paper.Value));
            else
                await stage.DoAsync(new SaveApplication.Command(applicant, step, form));
        }

        await stage.DoAsync(new SubmitApplication.Command(applicant));
    }

    private async Task<SeededCooperative> ApproveAsync(Actor admin, Actor manager, DemoCooperative told)
    {
        var waiting = await WaitingAsync(admin, told);
        var file = await stage.SendAsync(new SellerFile.Query(admin, waiting));
        await stage.DoAsync(new ApproveSeller.Command(admin, waiting, file!.Seen));
        var seat = (await stage.WithAsync<Features.Sellers.Contract.Memberships, IReadOnlyList<Features.Sellers.Contract.DeskSeat>>(
            m => m.OfAsync(manager.Me, CancellationToken.None))).Single();
        await stage.DoAsync(new TellOfCooperative.Command(manager, seat.Cooperative, new()
        {
            Line = told.Line.Vi,
            LineEn = told.Line.In("en"),
            About = told.About.Vi,
            AboutEn = told.About.In("en"),
            Quote = told.Quote.Text.Vi,
            QuoteEn = told.Quote.Text.In("en"),
            Village = told.Village,
            Phone = told.Phone,
        }));
        foreach (var (language, origin) in told.Origins ?? new Dictionary<string, TextOrigin>())
            await stage.DoAsync(new TranslateCooperative.Command(
                manager, seat.Cooperative, language, told.ShortName.All.GetValueOrDefault(language), told.Line.In(language), told.About.In(language), told.Quote.Text.In(language), origin));
        Dictionary<string, MakerId> makers = new(StringComparer.Ordinal);
        foreach (var maker in told.Members)
            makers[maker.Key] = await stage.DoAsync(new IntroduceMaker.Command(manager, seat.Cooperative, new()
            {
                Name = maker.Name,
                Village = told.Village,
                About = maker.Role.Vi,
                AboutEn = maker.Role.In("en"),
                AboutFr = maker.Role.All.GetValueOrDefault("fr"),
                Agreed = true,
            }));
        return new(seat.Cooperative, manager, await PackerAsync(manager, seat.Cooperative, told), makers);
    }

    private async Task<Actor> PackerAsync(Actor manager, CooperativeId cooperative, DemoCooperative told)
    {
        if (told.Members.FirstOrDefault(m => m is { Kind: "Packer", Email: not null }) is not { Email: { } email } member)
            return manager;
        var packer = await PersonAsync(email, member.Name);
        var keys = await stage.DoAsync(new InviteMember.Command(manager, cooperative, email, MemberRole.Packer));
        await stage.DoAsync(new AcceptInvitation.Command(packer, keys.Code));
        return packer;
    }
}
