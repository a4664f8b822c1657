using CoopMarket.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>Identity's view of the accounts. It leaves saving to the command, so that messages are stored with what they tell.</summary>
internal sealed class AccountStore : UserOnlyStore<Account, MarketDb, Guid>
{
    public AccountStore(MarketDb db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;
}
