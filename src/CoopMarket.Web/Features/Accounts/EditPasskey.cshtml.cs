using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>One passkey of a person: its name, and how it goes.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EditPasskeyModel : EntrancePage
{
    [BindProperty]
    public RenamePasskey.Form Form { get; set; } = new();

    public MyFactor.Kept Kept { get; private set; } = null!;

    /// <summary>Without it her password alone would open the account.</summary>
    public bool IsLast { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid passkey)
    {
        if (!await FindAsync(passkey))
            return NotFound();
        Form.Name = Kept.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid passkey)
    {
        var outcome = await SendAsync(new RenamePasskey.Command(Actor, passkey, Form.Name));
        if (outcome.IsDone)
            return GoTo("/account/security", "accounts.passkey.renamed");
        return await FindAsync(passkey) ? Again(outcome) : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid passkey)
    {
        var outcome = await SendAsync(new RemovePasskey.Command(Actor, passkey, Device));
        if (!outcome.IsDone)
            return NotFound();
        await this.BeginAsync(outcome.Value);
        return GoTo("/account/security", "accounts.passkey.removed");
    }

    private async Task<bool> FindAsync(Guid passkey)
    {
        var factor = await SendAsync(new MyFactor.Query(Actor));
        (Kept, IsLast) = (factor.Passkeys.FirstOrDefault(p => p.Id == passkey)!, !factor.HasApp && factor.Passkeys.Count == 1);
        return Kept is not null;
    }
}
