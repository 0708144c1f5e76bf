//! Tells Zed how to start `reportlint server`; all else is the server's.

use zed_extension_api::{self as zed, settings::LspSettings, Command, LanguageServerId, Result, Worktree};

struct Reportlint;

impl zed::Extension for Reportlint {
    fn new() -> Self {
        Reportlint
    }

    fn language_server_command(&mut self, server: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let named = LspSettings::for_worktree(server.as_ref(), worktree)
            .ok()
            .and_then(|settings| settings.binary)
            .and_then(|binary| binary.path);
        let command = named
            .or_else(|| worktree.which("reportlint"))
            .ok_or("没有找到 reportlint。请先运行 pip install 'reportlint[editor]'，或者在设置里写出它的位置。")?;
        Ok(Command { command, args: vec!["server".into()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Reportlint);
