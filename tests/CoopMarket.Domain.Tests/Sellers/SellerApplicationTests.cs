using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Sellers;

public sealed class SellerApplicationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly SellerApplicationId Id = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000001"));
    private static readonly PersonId Applicant = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000002"));
    private static readonly CooperativeId Coop = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000003"));
    private static readonly PersonId Admin = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000004"));

    private enum Deed { SaveWhole, SaveOtherWhole, SaveWithGap, Submit, AskForChanges, Reject, ApproveSeen, ApproveStale, Look }

    /// <summary>The small model: where it stands, whether it is whole, whether the admin's look is fresh.</summary>
    private sealed record Model(ApplicationState State, bool IsWhole, bool IsSeen)
    {
        private bool IsOpen => State is ApplicationState.Draft or ApplicationState.Submitted or ApplicationState.ChangesAsked;

        /// <summary>The next model; null when the deed must be refused.</summary>
        public Model? After(Deed deed, bool isSame) => deed switch
        {
            Deed.SaveWhole or Deed.SaveOtherWhole or Deed.SaveWithGap => IsOpen ? this with { IsWhole = deed != Deed.SaveWithGap, IsSeen = IsSeen && isSame } : null,
            Deed.Submit => State is ApplicationState.Draft or ApplicationState.ChangesAsked && IsWhole ? this with { State = ApplicationState.Submitted } : null,
            Deed.AskForChanges => State == ApplicationState.Submitted ? this with { State = ApplicationState.ChangesAsked } : null,
            Deed.Reject => State is ApplicationState.Submitted or ApplicationState.ChangesAsked ? this with { State = ApplicationState.Rejected } : null,
            Deed.ApproveSeen => State == ApplicationState.Submitted && IsWhole && IsSeen ? this with { State = ApplicationState.Approved } : null,
            Deed.ApproveStale => null,
            _ => this with { IsSeen = true },
        };
    }

    [Fact]
    public void It_moves_as_the_model_says_and_a_refusal_changes_nothing() => Gen.Enum<Deed>().Array[0, 40].Sample(deeds =>
    {
        var application = SellerApplication.Begin(Id, Applicant, Now);
        var model = new Model(ApplicationState.Draft, IsWhole: false, IsSeen: false);
        var seen = "";
        foreach (var deed in deeds)
        {
            var before = application.Fingerprint;
            var refusal = Do(application, deed, ref seen);
            var next = model.After(deed, application.Fingerprint == before);
            (refusal is null).ShouldBe(next is not null, $"{deed} in {model}");
            if (next is null)
                application.Fingerprint.ShouldBe(before);
            // A content that comes back is the one that was seen.
            model = (next ?? model) with { IsSeen = application.Fingerprint == seen };
            application.State.ShouldBe(model.State);
            application.IsOpen.ShouldBe(model.State is not (ApplicationState.Approved or ApplicationState.Rejected));
            (application.OpenFor is not null).ShouldBe(application.IsOpen);
        }
    });

    [Fact]
    public void Every_move_is_told_once()
    {
        var application = SellerApplication.Begin(Id, Applicant, Now);
        application.Save(Whole, Applicant, Now);
        application.Submit(Now);
        application.AskForChanges("rõ hơn", Now);
        application.Submit(Now);
        application.Approve(Admin, application.Fingerprint, Coop, Now).ShouldBeNull();

        application.TakeEvents().Cast<ApplicationMoved>().Select(e => (e.To, e.Answer)).ShouldBe(
        [
            (ApplicationState.Submitted, ""), (ApplicationState.ChangesAsked, "rõ hơn"), (ApplicationState.Submitted, "rõ hơn"), (ApplicationState.Approved, ""),
        ]);
    }

    [Fact]
    public void Any_changed_line_gives_another_fingerprint()
    {
        SellerDetails[] others =
        [
            Whole with { Kind = SellerKind.Union }, Whole with { Name = "x" }, Whole with { EnglishName = "x" }, Whole with { LegalName = "x" }, Whole with { TaxCode = "1" },
            Whole with { Representative = "x" }, Whole with { Province = "01" }, Whole with { CommuneCode = "1" }, Whole with { Commune = "x" }, Whole with { Village = "x" },
            Whole with { Phone = "x" }, Whole with { BankBin = "x" }, Whole with { BankAccount = "x" }, Whole with { BankAccountName = "x" }, Whole with { Papers = [] },
            Whole with { Makes = "x" }, Whole with { RulesVersion = "x" },
        ];
        others.Select(d => d.Fingerprint()).Append(Whole.Fingerprint()).ShouldBeUnique();
        others.Select(d => d.DifferencesFrom(Whole).Count).ShouldAllBe(count => count == 1);
    }

    [Fact]
    public void What_is_kept_after_its_time_tells_of_no_person()
    {
        var left = (Whole with { Kind = SellerKind.Household }).WithoutPerson();
        new[] { left.Representative, left.Phone, left.BankAccount, left.BankAccountName, left.TaxCode }.ShouldAllBe(text => text.Length == 0);
        left.Papers.ShouldBeEmpty();
        left.Name.ShouldBe(Whole.Name);
    }

    private static SellerDetails Whole => new()
    {
        Kind = SellerKind.Cooperative,
        Name = "Tỏi đen Gia Phù",
        LegalName = "Hợp tác xã Tỏi đen Gia Phù",
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
        Papers = [new(Guid.Parse("0193f0a0-0000-7000-8000-000000000004"), "application/pdf", 1, "aa")],
        Makes = "Tỏi đen",
        RulesVersion = "2026-11-01",
    };

    private static Refusal? Do(SellerApplication application, Deed deed, ref string seen)
    {
        switch (deed)
        {
            case Deed.SaveWhole: return application.Save(Whole, Applicant, Now);
            case Deed.SaveOtherWhole: return application.Save(Whole with { Makes = "Chè Shan" }, Applicant, Now);
            case Deed.SaveWithGap: return application.Save(Whole with { Phone = "" }, Applicant, Now);
            case Deed.Submit: return application.Submit(Now);
            case Deed.AskForChanges: return application.AskForChanges("vì", Now);
            case Deed.Reject: return application.Reject("vì", Now);
            case Deed.ApproveSeen: return application.Approve(Admin, seen, Coop, Now);
            case Deed.ApproveStale: return application.Approve(Admin, "stale", Coop, Now);
            default:
                seen = application.Fingerprint;
                return null;
        }
    }
}
