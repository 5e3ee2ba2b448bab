import type { AttachingWords } from '../en/attaching';

const KINDS = {
  image: 'fotos',
  video: 'vídeos',
  audio: 'arquivos de áudio',
  voice: 'mensagens de voz',
  document: 'documentos',
  sticker: 'figurinhas',
} as const;

export const attaching: AttachingWords = {
  attached: 'Arquivos anexados',
  remove: (name) => `Tirar ${name}`,
  stop: (name) => `Parar e tirar ${name}`,
  earlier: (name) => `Passar ${name} para a frente`,
  later: (name) => `Passar ${name} para trás`,
  up: (percent) => `A caminho, ${percent}`,
  waits: 'Espera pelos outros',
  notUp: 'Não anexado',
  ready: (name) => `${name} está anexado.`,
  goesAs: { document: 'Vai como documento', audio: 'Vai como arquivo de áudio' },
  misfit: {
    empty: 'Este arquivo está vazio.',
    size: (network, type, most, has) => `${network} aceita ${KINDS[type]} de até ${most}; este arquivo tem ${has}.`,
    type: (network, type, takes) => `${network} aceita ${KINDS[type]} só como ${takes}.`,
  },
  voice: {
    recording: 'Gravando',
    paused: 'Em pausa',
    pause: 'Pausar',
    goOn: 'Continuar',
    cancel: 'Descartar',
    done: 'Terminar',
    denied: 'O navegador não deixa usar o microfone. Permita nas configurações desta página, ao lado do endereço.',
    none: 'Nenhum microfone foi encontrado.',
    taken: 'Outro programa está usando o microfone.',
    insecure: 'O navegador só grava em páginas com https, ou neste computador.',
    unsupported: 'Este navegador não consegue gravar em um formato que o canal aceite.',
    silent: 'Nada foi gravado.',
  },
  viewer: {
    place: (at, count) => `${at} de ${count}`,
    next: 'Próximo',
    previous: 'Anterior',
    larger: 'Maior',
    smaller: 'Menor',
    fit: 'Ajustar à janela',
    original: 'Abrir o original',
    failed: 'Não dá para mostrar aqui. Baixe o arquivo.',
  },
};
