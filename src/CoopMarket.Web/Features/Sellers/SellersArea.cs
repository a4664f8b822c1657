using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Registers the area.</summary>
internal static class SellersArea
{
    public static void AddSellers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ICooperativeData, DataOfSellers>().AddScoped<Memberships>().AddScoped<Cooperatives>().AddScoped<BankAccounts>().AddScoped<Makers>().AddScoped<TaxedSellers>().AddScoped<OwnDesk>().AddScoped<MembersToTell>().AddScoped<DeskPeople>();
        services.AddScoped<IKnowPersons, PersonsOfDesks>().AddScoped<TakenNames>().AddScoped<MoveBook>().AddScoped<Papers>().AddScoped<PaperFiles>().AddScoped<INamePapers, PapersOfApplications>().AddScoped<IInvariant, PapersHaveFiles>();
        services.AddReaction<ApplicationMoved, OnApplicationMoved>("sellers.tell-applicant", ReactionKind.CallsOut);
        services.AddReaction<CooperativeSuspended, OnCooperativeHalted>("sellers.tell-suspended", ReactionKind.CallsOut);
        services.AddReaction<CooperativeReopened, OnCooperativeHalted>("sellers.tell-reopened", ReactionKind.CallsOut);
        services.AddReaction<CooperativeClosed, OnCooperativeHalted>("sellers.tell-closed", ReactionKind.CallsOut);
        services.AddReaction<MemberJoined, OnMemberJoined>("sellers.tell-joined", ReactionKind.CallsOut);
        services.AddReaction<MemberInvited, OnMemberInvited>("sellers.tell-invitee", ReactionKind.CallsOut);
        services.AddEvery<ForgetNamesDaily>(TimeSpan.FromDays(1));
        services.AddEvery<SweepPapers>(SweepPapers.Round).AddEvery<SweepInvitations>(SweepInvitations.Round);
    }
}
