using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.AspNetCore.Identity;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Registers the area.</summary>
internal static class AccountsArea
{
    /// <summary>The scheme of the session's cookie.</summary>
    public const string Scheme = "market";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<People>().AddScoped<Circular>().AddScoped<AddressBook>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<Passwords>().AddSingleton<SignInThrottle>();
        services.AddIdentityCore<Account>(options =>
        {
            options.User.RequireUniqueEmail = false;
            options.Lockout.AllowedForNewUsers = false;
        }).AddUserStore<AccountStore>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Iterations);
        services.AddScoped<AccountWork>().AddScoped<AccountFinder>().AddScoped<Sessions>().AddScoped<Links>().AddScoped<OwnPassword>();
        services.AddScoped<Factors>().AddScoped<HalfWay>().AddScoped<OwnFactor>().AddScoped<DemoFactor>();
        PasskeySite.Add(services);
        SessionCookie.Add(services);
        services.AddEvery<SweepAccounts>(SweepAccounts.Round);
        services.AddVerb<CreateAdminVerb>("create-admin").AddVerb<ForgetFactorVerb>("forget-factor");
        services.AddReaction<PasswordForgotten, OnPasswordForgotten>("accounts.give-reset-link", ReactionKind.Writes);
        services.AddReaction<CredentialChanged, OnCredentialChanged>("accounts.mail-credential-changed", ReactionKind.CallsOut);
        services.AddReaction<CredentialChanged, OnEmailLeft>("accounts.mail-credential-changed-old-address", ReactionKind.CallsOut);
        services.AddReaction<AccountErased, OnAccountErased>("accounts.mail-erased", ReactionKind.CallsOut, leavesNothing: true);
        services.AddReaction<LinkIssued, OnLinkIssued>("accounts.mail-link", ReactionKind.CallsOut);
    }
}
