using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Sellers;

/// <summary>A cooperative that sells, and who manages it.</summary>
internal sealed record SellingCoop(CooperativeId Id, string Slug, PersonId Manager, SellerApplicationId Application);

/// <summary>Makes sellers for tests of any area.</summary>
internal static class SellersFactory
{
    private static int _people;

    /// <summary>Details without a gap: the black garlic cooperative of Gia Phù, or another by its name.</summary>
    public static SellerDetails Details(string name = "Tỏi đen Gia Phù") => new()
    {
        Kind = SellerKind.Cooperative,
        Name = name,
        EnglishName = "",
        LegalName = "Hợp tác xã " + name,
        TaxCode = "5500123456",
        Representative = "Lò Thị Pâng",
        Province = Places.SonLa,
        CommuneCode = Places.Communes[0].Code,
        Commune = Places.Communes[0].Name,
        Village = "Bản Tọ",
        Phone = "+84912345678",
        BankBin = "970405",
        BankAccount = "7900205123456",
        BankAccountName = "HTX TOI DEN",
        Papers = [new(Guid.Parse("0193f0a0-0000-7000-8000-000000000001"), "application/pdf", 1_000, new string('a', 64))],
        Makes = "Tỏi đen ủ 60 ngày",
        RulesVersion = "2026-11-01",
    };

    /// <summary>A person with an account; every one has another e-mail, confirmed.</summary>
    public static async Task<PersonId> PersonAsync(this Market market, string name = "Lò Thị Pâng", bool isAdmin = false, string? phone = null)
    {
        var person = await market.InDbAsync(async db =>
        {
            var ids = market.Services.GetRequiredService<Ids>();
            var email = $"person{Interlocked.Increment(ref _people)}@demo.test";
            var account = new Account
            {
                Id = ids.New(),
                FullName = name,
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                EmailConfirmed = true,
                PhoneNumber = phone,
                IsAdmin = isAdmin,
                CreatedAt = market.Clock.Now(),
                SecurityStamp = Guid.NewGuid().ToString(),
            };
            db.Add(account);
            await db.SaveChangesAsync();
            return account.PersonId;
        });
        return isAdmin ? await market.EnrolAsync(person) : person;
    }

    /// <summary>An approved cooperative with a manager.</summary>
    public static async Task<SellingCoop> SellingCoopAsync(this Market market, string name = "Tỏi đen Gia Phù", PersonId? manager = null, string english = "")
    {
        var person = manager ?? await market.PersonAsync();
        var details = Details(name) with { EnglishName = english };
        await market.KeepPapersAsync(details);
        return await market.InDbAsync(async db =>
        {
            var ids = market.Services.GetRequiredService<Ids>();
            var now = market.Clock.Now();
            var application = SellerApplication.Begin(ids.New<SellerApplicationId>(), person, now);
            application.Save(details, person, now);
            application.Submit(now);
            var id = ids.New<CooperativeId>();
            application.Approve(null, application.Fingerprint, id, now).ShouldBeNull();
            var cooperative = Cooperative.Approve(id, application.Id, Folding.Slug(name), 0, details, now);
            db.AddRange(application, cooperative, Membership.Join(id, person, MemberRole.Manager, now));
            db.AddRange(SellerName.Skeletons(details).Select(s => TakenName.Of(s, application.Id)));
            await db.SaveChangesAsync();
            return new SellingCoop(id, cooperative.Slug, person, application.Id);
        });
    }

    /// <summary>Takes a new person on at a desk.</summary>
    public static async Task<PersonId> MemberAsync(this Market market, CooperativeId cooperative, MemberRole role)
    {
        var person = await market.PersonAsync();
        await market.SeatAsync(cooperative, person, role);
        return person;
    }

    /// <summary>Takes a person on at a desk.</summary>
    public static Task SeatAsync(this Market market, CooperativeId cooperative, PersonId person, MemberRole role)
        => market.InDbAsync(db =>
        {
            db.Add(Membership.Join(cooperative, person, role, market.Clock.Now()));
            return db.SaveChangesAsync();
        });

    /// <summary>Fills every screen of a person's application through the real commands.</summary>
    public static async Task FillAsync(this Market market, PersonId applicant, SellerDetails details)
    {
        foreach (var step in Enum.GetValues<ApplyStep>())
            (await market.SendAsync(new SaveApplication.Command(Actor.Of(applicant, ""), step, ApplicationReading.Form(details)))).IsDone.ShouldBeTrue(step.ToString());
        await market.KeepPapersAsync(details);
        foreach (var paper in details.Papers)
            (await market.SendAsync(new AddPaper.Command(Actor.Of(applicant, ""), paper))).IsDone.ShouldBeTrue();
    }

    /// <summary>An application that waits for an admin.</summary>
    public static async Task<SellerApplicationId> HandInAsync(this Market market, PersonId applicant, SellerDetails? details = null)
    {
        await market.FillAsync(applicant, details ?? Details());
        (await market.SendAsync(new SubmitApplication.Command(Actor.Of(applicant, "")))).IsDone.ShouldBeTrue();
        return (await market.RowsAsync<SellerApplication>()).Single(a => a.OpenFor == applicant).Id;
    }

    /// <summary>An admin looks and says yes.</summary>
    public static async Task<Outcome> ApproveAsync(this Market market, PersonId admin, SellerApplicationId application)
    {
        var file = await market.SendAsync(new SellerFile.Query(Actor.Of(admin, ""), application));
        return await market.SendAsync(new ApproveSeller.Command(await market.ProvedAsync(admin), application, file!.Seen));
    }

    private static async Task KeepPapersAsync(this Market market, SellerDetails details)
    {
        foreach (var paper in details.Papers)
            await market.Services.GetRequiredService<IBlobs>().Put(Papers.KeyOf(paper.Id), new MemoryStream("%PDF-"u8.ToArray()), paper.ContentType, CancellationToken.None);
    }
}
